/** All cases → the source of one printed volume: by theme, with indexes by State, type of crime and article. */
import { eidToNumber } from '../domain/citation.ts';
import { formatDate } from '../domain/date.ts';
import { isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Routes } from '../i18n/routes.ts';
import { translator, type Translate } from '../i18n/translate.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import { type CaseWork, type Library } from '../library/library.ts';
import { bodyOf } from '../library/read.ts';
import { parseChapter } from '../manuals/parse.ts';
import type { References } from '../manuals/references.ts';
import { chapterToTypst, typstPhrase, typstString, typstText } from '../manuals/typst.ts';
import type { Case } from '../schema/case.ts';
import { CRIME_TYPES, type CrimeType } from '../schema/fields.ts';
import { nameOf } from '../views/references.ts';
import { verificationOf } from '../views/verification.ts';
import { articleOf, caseRows } from './case-rows.ts';
import { compareEids } from './citations.ts';
import { typstWords } from './manual-volume.ts';
import { frame, type Paper, type Stamp } from './volume.ts';

export interface DigestVolume {
  library: Library;
  /** Addresses of the public site; absent where it has no address of its own. */
  routes?: Routes | undefined;
  /** ISO 639-3: cases that have an expression in this language are printed. */
  iso: string;
  families: readonly string[];
  paper: Paper;
  stamp: Stamp;
  placeName: (code: string, language: InterfaceLanguage) => string;
}

interface DigestCase {
  work: CaseWork;
  entry: ExpressionEntry<Case>;
  label: string;
  number: number;
}

/** The theme a case is printed under: the first of its types that is not the catch-all. */
function themeOf({ crime_types }: Case): CrimeType {
  return crime_types.find((type) => type !== 'other_serious_crime') ?? crime_types[0]!;
}

/** Cases of a language by theme, each theme by date, numbered through the volume. */
export function digestThemes(library: Library, iso: string): Map<CrimeType, DigestCase[]> {
  const entries = [...library.cases.values()].flatMap((work) => {
    const entry = work.expressions.find(({ expression }) => expression.language === iso);
    return entry ? [{ work, entry }] : [];
  });
  const themes = new Map<CrimeType, DigestCase[]>();
  let number = 0;
  for (const type of CRIME_TYPES) {
    const found = entries
      .filter(({ entry }) => themeOf(entry.data) === type)
      .sort((a, b) => (a.entry.data.date_document < b.entry.data.date_document ? -1 : a.entry.data.date_document > b.entry.data.date_document ? 1 : a.work.path < b.work.path ? -1 : 1))
      .map(({ work, entry }) => ({ work, entry, label: `case ${work.path}`, number: ++number }));
    if (found.length > 0) themes.set(type, found);
  }
  return themes;
}

/** Typst source of the digest in one language. */
export function digestVolume(volume: DigestVolume): string {
  const { library, iso, stamp, placeName } = volume;
  const language = isoToTag(iso) as InterfaceLanguage;
  const t = translator(language);
  const themes = digestThemes(library, iso);
  const cases = [...themes.values()].flat();
  const chapters = [...themes].map(([type, list]) => [`#chapter(title: [${typstText(t(`crime_${type}`))}], summary: [${typstText(t('countCases', { n: list.length }))}])`, ...list.map((item) => caseBlock(volume, t, language, item))].join('\n\n'));
  const entries = (items: readonly DigestCase[]): string => items.map(({ entry, label }) => `([${typstText(entry.data.title)}], ${typstString(label)})`).join(', ');
  const group = (title: string, items: readonly DigestCase[]): string => `#index-group([${typstText(title)}], ${entries(items)})`;
  const collator = new Intl.Collator(language);
  const byTitle = (items: readonly DigestCase[]): DigestCase[] => [...items].sort((a, b) => collator.compare(a.entry.data.title, b.entry.data.title) || a.number - b.number);
  const index = (title: string, groups: readonly string[]): string => `#chapter(title: [${typstText(title)}])\n\n#two-columns[${groups.join('\n')}]`;
  const states = gather(cases, ({ entry }) => [...new Set([entry.data.jurisdiction, ...entry.data.countries])]);
  const crimes = gather(cases, ({ entry }) => entry.data.crime_types);
  const articles = gather(cases, ({ entry }) => [...new Set([...entry.data.applies, ...(entry.data.illustrates ?? [])])].map((reference) => articleOf(library, reference)));
  const indexes = [
    index(t('indexByState'), [...states].map(([code, items]) => ({ name: placeName(code, language), items })).sort((a, b) => collator.compare(a.name, b.name)).map(({ name, items }) => group(name, byTitle(items)))),
    index(t('indexByCrime'), CRIME_TYPES.filter((type) => crimes.has(type)).map((type) => group(t(`crime_${type}`), byTitle(crimes.get(type)!)))),
    index(t('indexByArticle'), [...articles].sort(([left], [right]) => compareArticles(library, left, right)).map(([reference, items]) => group(articleName(library, t, iso, reference), byTitle(items)))),
  ];
  const dateline = [formatDate(stamp.day, language), stamp.revision && t('revision', { revision: stamp.revision }), t('countCases', { n: cases.length })].filter(Boolean).join(' · ');
  const imprint = [t('noNamesNote'), t('digestVerified'), t('notLegalAdvice'), t('printLicence')].map((text) => `#par[${typstText(text)}]`).join('\n');
  return frame(
    t,
    { title: t('digestTitle'), short: t('digestShort'), subtitle: t('digestLead'), language, families: volume.families, paper: volume.paper, stamp, dateline, keywords: [...themes.keys()].map((type) => t(`crime_${type}`)), imprint: `#par[#strong[${typstText(t('digestTitle'))}]]\n#par[${typstText(dateline)}]\n${imprint}`, depth: 2 },
    [...chapters, ...indexes].join('\n\n'),
  );
}

/** Cases carry no components, so nothing refers. */
const NO_REFERENCES: References = { article: () => ({ text: '' }), law: () => ({ text: '' }), case: () => ({ text: '' }), para: () => ({ text: '' }) };

function caseBlock({ library, routes, iso, placeName }: DigestVolume, t: Translate, language: InterfaceLanguage, { work, entry, label, number }: DigestCase): string {
  const { data } = entry;
  const mark = t('unverified');
  const rows: [string, string][] = [
    ...caseRows({ library, placeName }, t, iso, data),
    ...(data.provenance.verified ? [] : [[t('provenance'), typstText(verificationOf(t, data.provenance))] as [string, string]]),
    ...(routes ? [[t('onTheSite'), `#link(${typstString(routes.case(work.path, iso))})[${typstText(routes.case(work.path, iso).replace(/^https?:\/\//, ''))}]`] as [string, string]] : []),
  ];
  const text = parseChapter(bodyOf(library, entry), { file: entry.file.shown, firstLine: entry.bodyLine, syntax: 'markdown' });
  const body = chapterToTypst(text, { references: NO_REFERENCES, words: typstWords(t), scope: `d${number}`, deeper: 1, outlined: false });
  return [
    `#digest-case(${typstString(label)}, "${number}", [${typstText(data.title)}], [${typstPhrase(`${data.court}, ${formatDate(data.date_document, language)}`, mark)}], ${data.summary ? `[${typstPhrase(data.summary, mark)}]` : 'none'}, (${rows.map(([term, value]) => `([${typstText(term)}], [${value}]),`).join(' ')}))[`,
    body,
    ']',
  ].join('\n');
}

function gather<Key>(cases: readonly DigestCase[], keysOf: (item: DigestCase) => readonly Key[]): Map<Key, DigestCase[]> {
  const groups = new Map<Key, DigestCase[]>();
  for (const item of cases) {
    for (const key of keysOf(item)) {
      const list = groups.get(key);
      if (list) list.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function articleName(library: Library, t: Translate, iso: string, key: string): string {
  const [path, eid] = key.split('#') as [string, string];
  return t('refArticle', { work: nameOf(library.laws.get(path)!, iso), number: eidToNumber(eid) });
}

/** By convention in the order of adoption, then by article. */
function compareArticles(library: Library, left: string, right: string): number {
  const [leftPath, leftEid] = left.split('#') as [string, string];
  const [rightPath, rightEid] = right.split('#') as [string, string];
  const order = (path: string): string => `${library.laws.get(path)!.data.alias === 'untoc' ? '0' : '1'}${library.laws.get(path)!.data.date_document ?? ''}${path}`;
  if (leftPath !== rightPath) return order(leftPath) < order(rightPath) ? -1 : 1;
  return compareEids(leftEid, rightEid);
}
