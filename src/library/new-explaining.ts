/** New records of the kinds that explain: manuals and their chapters, types of crime, networks. */
import { endonym } from '../domain/language.ts';
import { CRIME_TYPES } from '../schema/fields.ts';
import { chapter, manual } from '../schema/manual.ts';
import { crime, network } from '../schema/topic.ts';
import { isoOf, LANGUAGE, latinName, LICENCE, one, provenance, slot, SOURCE, SUMMARY, TITLE, type Answers, type Kind, type NewRecord, type Shelf } from './new-questions.ts';

const CHAPTER_BODY = `
## First heading

Write here; paragraphs count themselves. A reference to an article is written \`<Article id="untoc#art_18" />\`, without the quotes. A statement that no source bears out ends in [unverified].
`;

export const EXPLAINING: Readonly<Record<string, Kind>> = {
  manual: {
    questions: [
      { flag: 'name', ask: 'Short name for the address, in small Latin letters (empty: from the title)', fallback: '', wrong: slot },
      { flag: 'year', ask: 'Year of the edition (empty: this year)', fallback: '', wrong: (answer) => (answer === '' || /^\d{4}$/.test(answer) ? undefined : 'a year, such as 2026') },
      LANGUAGE,
      TITLE,
      SUMMARY,
      { flag: 'publisher', ask: 'Publisher', fallback: 'Comity' },
      { flag: 'chapter', ask: 'Title of the first chapter' },
      { flag: 'chapter-name', ask: 'Its short name, in small Latin letters (empty: from its title)', fallback: '', wrong: slot },
      SOURCE,
      LICENCE,
    ],
    make: newManual,
  },
  chapter: {
    questions: [
      { flag: 'manual', ask: 'Manual, by the last part of its address, such as mla-extradition' },
      LANGUAGE,
      TITLE,
      { flag: 'name', ask: 'Short name for the address, in small Latin letters (empty: from the title)', fallback: '', wrong: slot },
      SUMMARY,
    ],
    make: newChapter,
  },
  crime: {
    questions: [{ flag: 'crime', ask: 'Type of crime', wrong: one(CRIME_TYPES) }, LANGUAGE, TITLE, SUMMARY, SOURCE, LICENCE],
    make: (answers, today) => ({
      path: `crimes/${answers['crime']!.replaceAll('_', '-')}/${isoOf(answers['language']!)}.md`,
      schema: crime,
      record: { crime_type: answers['crime'], title: answers['title'], language: isoOf(answers['language']!), summary: answers['summary'], articles: [], is_about: [], provenance: provenance(answers, today) },
      body: '\nWrite here what the crime is, by which articles States answer it, and what investigators meet.\n',
    }),
  },
  network: {
    questions: [{ flag: 'name', ask: 'Short name for the address, in small Latin letters (empty: from the title)', fallback: '', wrong: slot }, LANGUAGE, TITLE, SUMMARY, SOURCE, LICENCE],
    make: (answers, today) => ({
      path: `networks/${latinName(answers['name'], answers['title']!)}/${isoOf(answers['language']!)}.md`,
      schema: network,
      record: { title: answers['title'], language: isoOf(answers['language']!), summary: answers['summary'], members: [], regions: [], provenance: provenance(answers, today) },
      body: '\nWrite here what the network does for a practitioner, who may ask it, and how.\n',
    }),
  },
};

function newManual(answers: Answers, today: string): NewRecord {
  const language = isoOf(answers['language']!);
  const folder = `manuals/int/doc/manual/${answers['year'] || today.slice(0, 4)}/${latinName(answers['name'], answers['title']!)}/${language}`;
  const first = `01-${latinName(answers['chapter-name'], answers['chapter']!)}`;
  return {
    path: `${folder}/index.md`,
    schema: manual,
    record: {
      title: answers['title'],
      language,
      type_document: 'manual',
      publisher: answers['publisher'],
      summary: answers['summary'],
      chapters: [first],
      complete: false,
      provenance: provenance(answers, today),
    },
    body: '\nWrite the preface here: for whom the manual is, and how it is used.\n',
    also: { path: `${folder}/${first}.mdx`, schema: chapter, record: { title: answers['chapter'], number: 1 }, body: CHAPTER_BODY },
  };
}

function newChapter(answers: Answers, _today: string, { paths }: Shelf): NewRecord {
  const language = isoOf(answers['language']!);
  const wanted = answers['manual']!.replace(/\/+$/, '').split('/').at(-1)!;
  const indexes = paths.filter((path) => /^manuals\/.+\/[a-z]{3}\/index\.md$/.test(path));
  const index = indexes.find((path) => path.split('/').at(-3) === wanted && path.split('/').at(-2) === language);
  if (index === undefined) {
    const known = [...new Set(indexes.filter((path) => path.split('/').at(-2) === language).map((path) => path.split('/').at(-3)))];
    throw new RangeError(`Unexpected --manual=${answers['manual']!}, expected ${known.length === 0 ? `a manual in ${endonym(language)}: make it with npm run new -- manual` : `one of ${known.join(', ')}`}`);
  }
  const folder = index.slice(0, index.lastIndexOf('/'));
  const numbers = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => Number(/\/(\d{2})-[^/]+\.mdx$/.exec(path)?.[1] ?? 0));
  const number = Math.max(0, ...numbers) + 1;
  const name = `${String(number).padStart(2, '0')}-${latinName(answers['name'], answers['title']!)}`;
  return {
    path: `${folder}/${name}.mdx`,
    schema: chapter,
    record: { title: answers['title'], number, summary: answers['summary'] },
    body: CHAPTER_BODY,
    then: `Name it in the list \`chapters\` of ${index}: add the line   - "${name}"`,
  };
}
