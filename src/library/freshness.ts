/**
 * When a record was last compared with its sources. Old is not wrong, so it is a notice; and what day it is says the caller: a build
 * never asks, or it would make other bytes tomorrow.
 */
import { flaw, type Flaw } from '../flaws/flaw.ts';
import type { Provenance } from '../schema/fields.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';
import { placeIn } from './links.ts';

/** A record is to be looked at again after this many years. */
export const YEARS_FRESH = 2;

/**
 * Records whose sources were last read too long ago.
 *
 * @param today day to count from: `2026-11-23`
 */
export function staleFlaws(library: Library, today: string, asked: (path: string) => boolean): Flaw[] {
  const limit = `${String(Number(today.slice(0, 4)) - YEARS_FRESH).padStart(4, '0')}${today.slice(4)}`;
  const flaws: Flaw[] = [];
  for (const entry of entriesOf(library)) {
    if (!asked(entry.file.path)) continue;
    const { retrieved, verified_on } = (entry.data as { provenance: Provenance }).provenance;
    const key = verified_on !== undefined && verified_on > retrieved ? 'verified_on' : 'retrieved';
    const day = key === 'retrieved' ? retrieved : verified_on!;
    if (day < limit) flaws.push(flaw('StaleVerification', placeIn(library.root, entry, ['provenance', key]), `\`${key}: ${day}\``, `a day after ${limit}, ${YEARS_FRESH} years before ${today}`));
  }
  return flaws;
}

/** Every record with a provenance, each of its texts. */
function* entriesOf(library: Library): Generator<Entry<unknown>> {
  for (const work of [...library.laws.values(), ...library.cases.values()]) yield* new Set<Entry<unknown>>([...work.expressions, ...work.versions]);
  for (const languages of [...library.crimes.values(), ...library.networks.values()]) yield* languages.values();
  yield* library.states.values();
}
