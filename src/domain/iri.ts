/**
 * Akoma Ntoso work and expression IRIs (AKN Naming Convention 1.0, OASIS 2019).
 *
 * A work:       /akn/{country}/{doctype}[/{subtype}[/{author}]]/{date}/{number}     `/akn/ke/act/2010/8`
 * An expression: a work, a slash, the language (ISO 639-3), and the date of the version  `/akn/ke/act/2010/8/eng@2012-05-01`
 *
 * The path of a file below its folder in content/ is the IRI without `/akn/`, with `.md`.
 */
import { isLanguage } from './language.ts';

/** FRBR work: a law or judgment as such, in no language and of no date. */
export interface Work {
  /** ISO 3166-1 or -2 in lower case, or an organization's slot such as `un`, `int`. */
  country: string;
  doctype: 'act' | 'bill' | 'judgment' | 'doc';
  /** `convention`, `protocol`, `treaty`, `law`, a court … in lower case; may be absent. */
  subtype?: string;
  /** Organ that made it (`unga`); may be absent. */
  author?: string;
  /** Year, month or day as ISO 8601; `nn` where unknown. */
  date: string;
  /** Number, or a slug where lawyers do not number. */
  number: string;
}

/** FRBR expression: a work in one language, in its newest or in a dated version. */
export interface Expression {
  /** Work path without `/akn/`: `ke/act/2010/8`. */
  work: string;
  /** ISO 639-3. */
  language: string;
  /** Date of the version, ISO 8601; absent for the newest version known. */
  version?: string;
}

const SLOT = /^[a-z][a-z0-9-]*$/;
const COUNTRY = /^(?:[a-z]{2,6})(?:-[a-z0-9]{1,4})?$/;
const DATE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|nn)$/;
const NUMBER = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}.-]*$/u;
const DOCTYPES = new Set(['act', 'bill', 'judgment', 'doc']);

/**
 * Reads a work path (`ke/act/2010/8`) or IRI (`/akn/ke/act/2010/8`).
 *
 * @returns the work, or undefined where the text is no work IRI
 */
export function parseWork(text: string): Work | undefined {
  const parts = text.replace(/^\/?akn\//, '').split('/');
  const [country, doctype] = parts;
  if (!country || !COUNTRY.test(country) || !doctype || !DOCTYPES.has(doctype)) return undefined;
  const number = parts.at(-1)!;
  const date = parts.at(-2)!;
  const between = parts.slice(2, -2);
  if (parts.length < 4 || between.length > 2 || !DATE.test(date) || !NUMBER.test(number)) return undefined;
  if (!between.every((slot) => SLOT.test(slot))) return undefined;
  const [subtype, author] = between;
  return {
    country,
    doctype: doctype as Work['doctype'],
    ...(subtype === undefined ? {} : { subtype }),
    ...(author === undefined ? {} : { author }),
    date,
    number,
  };
}

/** Work → path without `/akn/`: `ke/act/2010/8`. */
export function workToPath(work: Work): string {
  return [work.country, work.doctype, work.subtype, work.author, work.date, work.number].filter((part) => part !== undefined).join('/');
}

/** Path → IRI: `ke/act/2010/8` → `/akn/ke/act/2010/8`. */
export function pathToIri(path: string): string {
  return `/akn/${path}`;
}

/** IRI → path: `/akn/ke/act/2010/8` → `ke/act/2010/8`. Throws on anything that is no Akoma Ntoso IRI. */
export function iriToPath(iri: string): string {
  if (!iri.startsWith('/akn/')) throw new RangeError(`Unexpected "${iri}", expected an IRI that begins with /akn/`);
  return iri.slice('/akn/'.length);
}

/**
 * Reads the path of a file below its folder: `ke/act/2010/8/eng@2012-05-01.md`.
 *
 * @returns the expression, or undefined where the path is no expression of a work
 */
export function parseExpressionPath(path: string): Expression | undefined {
  const match = /^(?<work>.+)\/(?<language>[a-z]{3})(?:@(?<version>\d{4}-\d{2}-\d{2}))?\.mdx?$/.exec(path);
  if (!match) return undefined;
  const { work, language, version } = match.groups as { work: string; language: string; version?: string };
  if (!parseWork(work) || !isLanguage(language)) return undefined;
  return { work, language, ...(version === undefined ? {} : { version }) };
}

/** Expression → path without `/akn/` and `.md`: `ke/act/2010/8/eng@2012-05-01`. */
export function expressionToPath({ work, language, version }: Expression): string {
  return `${work}/${language}${version === undefined ? '' : `@${version}`}`;
}

/**
 * Text → slug for a number or file name, keeping letters of every script: `"Ley 26.364"` → `ley-26-364`.
 * Returns `nn` where nothing is left.
 */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'nn' : slug;
}
