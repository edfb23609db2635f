/** Questions that `npm run new` puts for several kinds of record, and what their answers become in front matter. */
import type { z } from 'zod';
import { isPartialDate } from '../domain/date.ts';
import { slugify } from '../domain/iri.ts';
import { isJurisdiction } from '../domain/jurisdiction.ts';
import { LANGUAGE_CODES, isLanguage, tagToIso } from '../domain/language.ts';

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
  /** A second file without which the record is not whole: the first chapter of a manual. */
  also?: NewRecord;
  /** What is left for the editor to do in another file, in words. */
  then?: string;
}

/** What is there already: some kinds of record are made to fit beside it. */
export interface Shelf {
  /** Paths below the content folder. */
  paths: readonly string[];
  /** Text of one of them. */
  read: (path: string) => string;
}

/** A kind of record: what is asked, and how answers become a record. */
export interface Kind {
  questions: readonly Question[];
  /** @throws RangeError where the answers make no record, in words for people */
  make: (answers: Answers, today: string, shelf: Shelf) => NewRecord;
}

export const one = (values: readonly string[]) => (answer: string) => (values.includes(answer) ? undefined : `one of ${values.join(', ')}`);
export const date = (answer: string): string | undefined => (answer === '' || isPartialDate(answer) ? undefined : 'a year, a month or a day, such as 2010, 2010-10 or 2010-10-08');
/** Part of an address that people type: Latin letters only. */
export const slot = (answer: string): string | undefined => (answer === '' || /^[a-z][a-z0-9-]*$/.test(answer) ? undefined : 'small letters, digits and hyphens, such as zasca');

export const COUNTRY: Question = { flag: 'country', ask: 'Country (ISO 3166, such as ke; un or int for international texts)', wrong: (answer) => (isJurisdiction(answer) ? undefined : 'a code in small letters, such as ke or us-dc') };
export const LANGUAGE: Question = { flag: 'language', ask: 'Language of the text (ISO 639-3, such as eng)', fallback: 'eng', wrong: (answer) => (isLanguage(isoOf(answer)) ? undefined : `one of ${LANGUAGE_CODES.join(', ')}`) };
export const TITLE: Question = { flag: 'title', ask: 'Title, in that language' };
export const SUMMARY: Question = { flag: 'summary', ask: 'What it is, in one sentence' };
export const SOURCE: Question = { flag: 'source', ask: 'Source: an address, or a publication in words' };
export const LICENCE: Question = { flag: 'licence', ask: 'Licence of the record', fallback: 'CC-BY-4.0' };

/** Provenance of a record nobody has checked yet. */
export function provenance(answers: Answers, today: string): Record<string, unknown> {
  const source = answers['source']!;
  return { source: [source], ...(/^https?:\/\/\S+$/.test(source) ? { official_url: source } : {}), retrieved: today, licence: answers['licence'], verified: false };
}

/** Short name for an address, from the answer to a question or, where that is empty, from the title. */
export function shortName(answer: string | undefined, title: string): string {
  return slugify(answer || title).slice(0, 60).replace(/-+$/, '');
}

/** As shortName, for addresses of Latin letters: a title in another script gives none. */
export function latinName(answer: string | undefined, title: string): string {
  const name = shortName(answer, title);
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return name;
  throw new RangeError(`The title “${title}” makes no address: give a --name of small Latin letters, digits and hyphens`);
}

export function given(key: string, value: string | undefined): Record<string, string> {
  return value ? { [key]: value } : {};
}

/** ISO 639-3 of a language given either way: `eng` or `en`. */
export function isoOf(language: string): string {
  try {
    return isLanguage(language) ? language : tagToIso(language);
  } catch {
    return language;
  }
}
