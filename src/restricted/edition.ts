/** What the pages of an edition are made from: the records, put in order, and the questions pages ask of them. */
import { isoToTag, isLanguage } from '../domain/language.ts';
import type { Authority, Procedure } from './authority.ts';
import type { Entry } from './directory.ts';
import { CONVENTIONS, FUNCTION_NAMES, FUNCTIONS, LEGAL_BASES, type Convention, type FunctionName, type LegalBasis } from './vocabulary.ts';
import { ENGLISH_WORDS, type Words } from './words/words.ts';

export interface State {
  code: string;
  name: string;
  authorities: readonly Entry[];
  /** The position of the State under treaties, and the authority in whose record it stands. */
  position?: { said: NonNullable<Authority['treaty_position']>; by: Entry };
  /** What the State requires for each kind of request, and the authority that receives it. */
  procedures: readonly { procedure: Procedure; by: Entry }[];
}

export interface Edition {
  /** `2026-2`: the second half of the year of its newest confirmation or change. */
  name: string;
  entries: ReadonlyMap<string, Entry>;
  /** By code, in the order of their names. */
  states: ReadonlyMap<string, State>;
  /** Where links into the public library lead; without one they are plain text. */
  library?: PublicLibrary;
  /** The language of the pages; records stay as they were written. */
  words: Words;
}

export interface PublicLibrary {
  /** Origin and base path, without a slash at the end. */
  address: string;
  /** Languages (ISO 639-3) that it holds a work in; none where it does not hold the work. */
  languagesOf: (work: string) => readonly string[];
}

/** Puts records in order. */
export function makeEdition(entries: ReadonlyMap<string, Entry>, library?: PublicLibrary, words: Words = ENGLISH_WORDS): Edition {
  const states = new Map<string, State>();
  const { compare } = new Intl.Collator(words.language);
  const codes = [...new Set([...entries.values()].map(({ data }) => data.country))].sort((one, other) => compare(words.state(one), words.state(other)));
  for (const code of codes) {
    const authorities = [...entries.values()].filter(({ data }) => data.country === code);
    const speaker = authorities.find(({ data }) => data.treaty_position);
    states.set(code, {
      code,
      name: words.state(code),
      authorities,
      ...(speaker ? { position: { said: speaker.data.treaty_position!, by: speaker } } : {}),
      procedures: FUNCTION_NAMES.flatMap((name) => authorities.flatMap((by) => (by.data.procedure ?? []).filter((entry) => entry.function === name).map((procedure) => ({ procedure, by })))),
    });
  }
  return { name: editionName(entries), entries, states, words, ...(library ? { library } : {}) };
}

/** No clock is read, so that the same records make the same edition. */
function editionName(entries: ReadonlyMap<string, Entry>): string {
  const newest = [...entries.values()].flatMap(({ data }) => [data.last_confirmed, ...(data.change_log ?? []).map(({ date }) => date)]).sort().at(-1);
  return newest === undefined ? 'without records' : `${newest.slice(0, 4)}-${Number(newest.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** Newest date of an edition: what "older than twelve months" is counted from in print. */
export function newestDate({ entries }: Edition): string {
  return [...entries.values()].map(({ data }) => data.last_confirmed).sort().at(-1) ?? '';
}

/** Name of an authority: in the language of the pages where the record has one, else in English. */
export function nameOf({ words }: Edition, { identity }: Authority): string {
  return identity.names_other?.find(({ lang }) => lang.split('-')[0] === words.language)?.name ?? identity.name_en;
}

export function isSampleEdition({ entries }: Edition): boolean {
  return [...entries.values()].some(({ data }) => data.sample);
}

/** Authorities competent for a function. */
export function withFunction({ entries }: Edition, name: FunctionName): Entry[] {
  return [...entries.values()].filter(({ data }) => data.mandate.some((block) => block.function === name));
}

export function conventionsOf({ mandate }: Authority): Convention[] {
  const named = new Set<Convention>(mandate.flatMap(({ legal_basis }) => legal_basis.map((basis) => LEGAL_BASES[basis].convention)));
  return (Object.keys(CONVENTIONS) as Convention[]).filter((convention) => named.has(convention));
}

/** Languages an authority works in or takes requests in. */
export function languagesOf({ operation }: Authority): string[] {
  return [...new Set([...operation.working_languages, ...operation.request_languages.map(({ lang }) => lang)])].sort();
}

/** Languages of all authorities. */
export function allLanguages({ entries }: Edition): string[] {
  return [...new Set([...entries.values()].flatMap(({ data }) => languagesOf(data)))].sort();
}

export function allFunctions({ entries }: Edition): FunctionName[] {
  const named = new Set([...entries.values()].flatMap(({ data }) => data.mandate.map((block) => block.function)));
  return (Object.keys(FUNCTIONS) as FunctionName[]).filter((name) => named.has(name));
}

export function allConventions({ entries }: Edition): Convention[] {
  const named = new Set([...entries.values()].flatMap(({ data }) => conventionsOf(data)));
  return (Object.keys(CONVENTIONS) as Convention[]).filter((name) => named.has(name));
}

/** A provision in the public library, or undefined where no library is known or it does not hold the text. */
export function basisAddress(edition: Edition, basis: LegalBasis): string | undefined {
  const { convention, eid } = LEGAL_BASES[basis];
  const { work } = CONVENTIONS[convention];
  return work === undefined ? undefined : workAddress(edition, eid === undefined ? work : `${work}#${eid}`);
}

/** Path of a work of the public library, with or without an eId → its address: in the language of these pages, else in English, else in any. */
export function workAddress({ library, words }: Edition, work: string): string | undefined {
  const [path, eid] = work.split('#') as [string, string?];
  const languages = (library?.languagesOf(path) ?? []).filter(isLanguage).map(isoToTag);
  const language = [words.language, 'en'].find((tag) => languages.includes(tag)) ?? languages[0];
  return library && language !== undefined ? `${library.address}/${language}/laws/${path}/${eid ? `#${eid}` : ''}` : undefined;
}

/** Function or convention → part of an address. */
export function slug(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
