/** What the pages of an edition are made from: the records, put in order, and the questions pages ask of them. */
import { displayName, isSampleCode } from '../domain/jurisdiction.ts';
import type { Authority, Procedure } from './authority.ts';
import type { Entry } from './directory.ts';
import { CONVENTIONS, FUNCTION_NAMES, FUNCTIONS, LEGAL_BASES, type Convention, type FunctionName, type LegalBasis } from './vocabulary.ts';

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
  states: ReadonlyMap<string, State>;
  /** Where the public library is, without a slash at its end; links into it are plain text without one. */
  library?: string;
}

/**
 * Puts records in order.
 *
 * @param library origin and base path of the public library
 */
export function makeEdition(entries: ReadonlyMap<string, Entry>, library?: string): Edition {
  const states = new Map<string, State>();
  for (const code of [...new Set([...entries.values()].map(({ data }) => data.country))].sort()) {
    const authorities = [...entries.values()].filter(({ data }) => data.country === code);
    const speaker = authorities.find(({ data }) => data.treaty_position);
    states.set(code, {
      code,
      name: stateName(code),
      authorities,
      ...(speaker ? { position: { said: speaker.data.treaty_position!, by: speaker } } : {}),
      procedures: FUNCTION_NAMES.flatMap((name) => authorities.flatMap((by) => (by.data.procedure ?? []).filter((entry) => entry.function === name).map((procedure) => ({ procedure, by })))),
    });
  }
  return { name: editionName(entries), entries, states, ...(library ? { library: library.replace(/\/+$/, '') } : {}) };
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

export function stateName(code: string): string {
  return isSampleCode(code) ? `Sample State ${code.toUpperCase()}` : displayName(code, 'en');
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
export function basisAddress({ library }: Edition, basis: LegalBasis): string | undefined {
  const { convention, eid } = LEGAL_BASES[basis];
  const { work } = CONVENTIONS[convention];
  return library && work ? `${library}/en/laws/${work}/${eid ? `#${eid}` : ''}` : undefined;
}

/** Path of a work of the public library, with or without an eId → its address. */
export function workAddress({ library }: Edition, work: string): string | undefined {
  const [path, eid] = work.split('#');
  return library && `${library}/en/laws/${path}/${eid ? `#${eid}` : ''}`;
}

/** Function or convention → part of an address. */
export function slug(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
