/**
 * References between records: `untoc#art_18`, `ke/act/2010/8#sec_5`, `/akn/ke/act/2010/8#sec_5`.
 *
 * The part before `#` is a work's alias or path, the part after it an eId.
 */
import { isEid } from './eid.ts';

export interface Citation {
  /** Alias (`untoc`) or work path (`ke/act/2010/8`). */
  work: string;
  /** eId of a provision; absent where the whole work is meant. */
  eid?: string;
}

/**
 * Reads a reference.
 *
 * @returns the citation, or undefined where the text is none
 */
export function parseCitation(text: string): Citation | undefined {
  const [work, eid, ...rest] = text.replace(/^\/akn\//, '').split('#');
  if (!work || rest.length > 0 || /\s/.test(text)) return undefined;
  if (eid === undefined) return { work };
  return isEid(eid) ? { work, eid } : undefined;
}

/** Citation → text: `untoc#art_18`. */
export function formatCitation({ work, eid }: Citation): string {
  return eid === undefined ? work : `${work}#${eid}`;
}

/** eId → printed number of an article in English citations: `art_18` → `18`, `art_22-bis` → `22 bis`. */
export function eidToNumber(eid: string): string {
  const last = eid.split('__').at(-1)!;
  return (last.split('_')[1] ?? last).replace(/-(bis|ter|quater)$/, ' $1');
}

/**
 * European Case Law Identifier (Council conclusions 2011/C 127/01): `ECLI:CE:ECHR:1989:0707JUD001403888`.
 * Five parts: the word, country or organization, court, year, ordinal of at most 25 letters, digits and dots.
 */
export function isEcli(text: string): boolean {
  return /^ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}$/.test(text);
}
