/** What `npm run new` asks for each kind of record, and how answers become a record at its path. */
import { expressionToPath, parseExpressionPath, workToPath } from '../domain/iri.ts';
import { displayName } from '../domain/jurisdiction.ts';
import { INTERFACE_LANGUAGES } from '../domain/language.ts';
import { caseRecord } from '../schema/case.ts';
import { CRIME_TYPES } from '../schema/fields.ts';
import { law, TREATY_TYPES } from '../schema/law.ts';
import { state } from '../schema/state.ts';
import { EXPLAINING } from './new-explaining.ts';
import { COUNTRY, date, given, isoOf, LANGUAGE, LICENCE, one, provenance, shortName, slot, SOURCE, TITLE, type Answers, type Kind, type NewRecord, type Question, type Shelf } from './new-questions.ts';
import { TRANSLATION } from './new-translation.ts';

export type { NewRecord, Question, Shelf } from './new-questions.ts';

const KINDS: Readonly<Record<string, Kind>> = {
  law: {
    questions: [
      COUNTRY,
      { flag: 'type', ask: 'Kind of text', fallback: 'act', wrong: one(law.shape.type_document.options) },
      { flag: 'date', ask: 'Date of adoption (2010, 2010-10 or 2010-10-08; empty where unknown)', fallback: '', wrong: date },
      { flag: 'number', ask: 'Number, or a short name where lawyers do not number (empty: from the title)', fallback: '' },
      LANGUAGE,
      TITLE,
      { flag: 'text', ask: 'Text of the law (full) or a summary in your own words (summary)', fallback: 'summary', wrong: one(['summary', 'full']) },
      SOURCE,
      LICENCE,
    ],
    make: newLaw,
  },
  case: {
    questions: [
      COUNTRY,
      { flag: 'court', ask: 'Court, by its full name' },
      { flag: 'court-code', ask: 'Short code of the court for the address, such as zasca (may be empty)', fallback: '', wrong: slot },
      { flag: 'date', ask: 'Date of the decision (2012, 2012-09 or 2012-09-13)', wrong: (answer) => (answer === '' ? 'a date' : date(answer)) },
      { flag: 'number', ask: 'Number of the decision, or a short name (empty: from the title)', fallback: '' },
      { flag: 'crime', ask: 'Type of crime', fallback: 'other_serious_crime', wrong: one(CRIME_TYPES) },
      LANGUAGE,
      { flag: 'title', ask: 'Name of the case' },
      SOURCE,
      LICENCE,
    ],
    make: newCase,
  },
  state: {
    questions: [{ flag: 'code', ask: 'ISO 3166-1 alpha-2 code, such as ke', wrong: (answer) => (/^[a-z]{2}$/.test(answer) ? undefined : 'two small letters') }, SOURCE, LICENCE],
    make: newState,
  },
  translation: TRANSLATION,
  ...EXPLAINING,
};

/** Kinds that can be made. */
export const NEW_KINDS: readonly string[] = Object.keys(KINDS);

/** Questions of a kind, in their order. */
export function questionsFor(kind: string): readonly Question[] {
  return KINDS[kind]!.questions;
}

/** Kinds whose files stand at the path of an Akoma Ntoso expression. */
const AT_IRI = new Set(['law', 'case']);

/**
 * Answers → record.
 *
 * @param today day the sources were read, for the provenance
 * @param shelf what is there already
 * @throws RangeError where the answers make no path, in words for people
 */
export function newRecord(kind: string, answers: Answers, today: string, shelf: Shelf): NewRecord {
  const made = KINDS[kind]!.make(answers, today, shelf);
  if (AT_IRI.has(kind) && !parseExpressionPath(made.path.slice(made.path.indexOf('/') + 1))) throw new RangeError(`The answers make the path ${made.path}, which is no Akoma Ntoso path: give a --number of letters, digits, dots and hyphens`);
  return made;
}

function newLaw(answers: Answers, today: string): NewRecord {
  const type = answers['type']!;
  const language = isoOf(answers['language']!);
  const work = workToPath({
    country: answers['country']!,
    doctype: 'act',
    ...((TREATY_TYPES as readonly string[]).includes(type) ? { subtype: type.replaceAll('_', '-') } : {}),
    date: answers['date'] || 'nn',
    number: shortName(answers['number'], answers['title']!),
  });
  return {
    path: `laws/${expressionToPath({ work, language })}.md`,
    schema: law,
    record: {
      type_document: type,
      jurisdiction: answers['country'],
      ...given('id_local', answers['number']),
      ...given('date_document', answers['date']),
      status: 'unknown',
      is_about: [],
      title: answers['title'],
      language,
      text: answers['text'],
      provenance: provenance(answers, today),
    },
    body: '\n## Section 1 — Heading of the section\n\nWrite the text here: a heading for each article or section, its number first.\n',
  };
}

function newCase(answers: Answers, today: string): NewRecord {
  const language = isoOf(answers['language']!);
  const work = workToPath({ country: answers['country']!, doctype: 'judgment', ...(answers['court-code'] ? { subtype: answers['court-code'] } : {}), date: answers['date']!, number: shortName(answers['number'], answers['title']!) });
  return {
    path: `cases/${expressionToPath({ work, language })}.md`,
    schema: caseRecord,
    record: {
      type_document: 'judgment',
      jurisdiction: answers['country'],
      court: answers['court'],
      court_type: answers['country'] === 'int' ? 'international' : 'national',
      date_document: answers['date'],
      ...given('case_number', answers['number']),
      crime_types: [answers['crime']],
      cooperation: [],
      countries: [answers['country']],
      applies: [],
      title: answers['title'],
      language,
      text: 'summary',
      provenance: provenance(answers, today),
    },
    body: '\n## Facts\n\nWhat happened, in your own words; victims and witnesses are never named.\n\n## Issues\n\n## Held\n\n## Outcome\n\n## What it shows\n',
  };
}

function newState(answers: Answers, today: string): NewRecord {
  const code = answers['code']!;
  return {
    path: `states/${code}.md`,
    schema: state,
    record: {
      iso2: code,
      names: Object.fromEntries(INTERFACE_LANGUAGES.map((tag) => [tag, displayName(code, tag)])),
      kind: 'member_state',
      participation: {},
      provenance: { ...provenance(answers, today), unverified: ['names: from CLDR', 'kind'] },
    },
    body: '\n',
  };
}
