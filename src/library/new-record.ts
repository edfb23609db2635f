/** What `npm run new` asks for each kind of record, and how answers become a record at its path. */
import type { z } from 'zod';
import { isPartialDate } from '../domain/date.ts';
import { expressionToPath, parseExpressionPath, slugify, workToPath } from '../domain/iri.ts';
import { displayName, isJurisdiction } from '../domain/jurisdiction.ts';
import { INTERFACE_LANGUAGES, LANGUAGE_CODES, isLanguage, tagToIso } from '../domain/language.ts';
import { caseRecord } from '../schema/case.ts';
import { CRIME_TYPES } from '../schema/fields.ts';
import { law, TREATY_TYPES } from '../schema/law.ts';
import { state } from '../schema/state.ts';

/** A question, asked unless a flag of its name answers it. */
export interface Question {
  flag: string;
  ask: string;
  /** Answer to an empty line; without one the question must be answered. */
  fallback?: string;
  /** What is wrong with an answer, in words, or undefined. */
  wrong?: (answer: string) => string | undefined;
}

export type Answers = Readonly<Record<string, string>>;

export interface NewRecord {
  /** Path below the content folder. */
  path: string;
  schema: z.ZodType;
  record: Record<string, unknown>;
  body: string;
}

interface Kind {
  questions: readonly Question[];
  make: (answers: Answers, today: string) => NewRecord;
}

const one = (values: readonly string[]) => (answer: string) => (values.includes(answer) ? undefined : `one of ${values.join(', ')}`);
const date = (answer: string): string | undefined => (answer === '' || isPartialDate(answer) ? undefined : 'a year, a month or a day, such as 2010, 2010-10 or 2010-10-08');
const slot = (answer: string): string | undefined => (answer === '' || /^[a-z][a-z0-9-]*$/.test(answer) ? undefined : 'small letters, digits and hyphens, such as zasca');

const COUNTRY: Question = { flag: 'country', ask: 'Country (ISO 3166, such as ke; un or int for international texts)', wrong: (answer) => (isJurisdiction(answer) ? undefined : 'a code in small letters, such as ke or us-dc') };
const LANGUAGE: Question = { flag: 'language', ask: 'Language of the text (ISO 639-3, such as eng)', fallback: 'eng', wrong: (answer) => (isLanguage(isoOf(answer)) ? undefined : `one of ${LANGUAGE_CODES.join(', ')}`) };
const TITLE: Question = { flag: 'title', ask: 'Title, in that language' };
const SOURCE: Question = { flag: 'source', ask: 'Source: an address, or a publication in words' };
const LICENCE: Question = { flag: 'licence', ask: 'Licence of the record', fallback: 'CC-BY-4.0' };

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
};

/** Kinds that can be made. */
export const NEW_KINDS: readonly string[] = Object.keys(KINDS);

/** Questions of a kind, in their order. */
export function questionsFor(kind: string): readonly Question[] {
  return KINDS[kind]!.questions;
}

/**
 * Answers → record.
 *
 * @param today day the sources were read, for the provenance
 * @throws RangeError where the answers make no path, in words for people
 */
export function newRecord(kind: string, answers: Answers, today: string): NewRecord {
  const made = KINDS[kind]!.make(answers, today);
  if (kind !== 'state' && !parseExpressionPath(made.path.slice(made.path.indexOf('/') + 1))) throw new RangeError(`The answers make the path ${made.path}, which is no Akoma Ntoso path: give a --number of letters, digits, dots and hyphens`);
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
    number: numberOf(answers),
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
  const work = workToPath({ country: answers['country']!, doctype: 'judgment', ...(answers['court-code'] ? { subtype: answers['court-code'] } : {}), date: answers['date']!, number: numberOf(answers) });
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

function provenance(answers: Answers, today: string): Record<string, unknown> {
  const source = answers['source']!;
  return { source: [source], ...(/^https?:\/\/\S+$/.test(source) ? { official_url: source } : {}), retrieved: today, licence: answers['licence'], verified: false };
}

function numberOf(answers: Answers): string {
  return slugify(answers['number'] || answers['title']!).slice(0, 60).replace(/-+$/, '');
}

function given(key: string, value: string | undefined): Record<string, string> {
  return value ? { [key]: value } : {};
}

/** ISO 639-3 of a language given either way: `eng` or `en`. */
function isoOf(language: string): string {
  try {
    return isLanguage(language) ? language : tagToIso(language);
  } catch {
    return language;
  }
}
