/**
 * Codes by their initials, as Russian lawyers cite them: `УК РФ` is Уголовный кодекс Российской Федерации, `УПК` its code of procedure.
 *
 * Made from the titles themselves: words begin anew where a capital letter follows a word without one. English initials (`POCA`) are whole
 * names of their own, see names.ts.
 */
import { canonical, type Profile } from './words.ts';

/** A query with abbreviations read. */
export interface Expanded {
  /** With the words in their places; more than one where titles share initials: `ВК РФ`. */
  readings: string[];
  /** Without the abbreviations: what the text of the law itself may say. */
  rest: string;
}

export class Abbreviations {
  readonly #profile: Profile;
  /** Initials as phrases are compared → what they stand for. */
  readonly #meanings = new Map<string, Set<string>>();

  constructor(titles: readonly string[], profile: Profile) {
    this.#profile = profile;
    const seen = new Set<string>();
    for (const title of titles) {
      const base = /^[^.(—–]+/.exec(title)?.[0].trim() ?? '';
      if (!/^\p{sc=Cyrillic}/u.test(base) || seen.has(base)) continue;
      seen.add(base);
      const groups = groupsOf(base);
      if (groups.length < 2 || groups.length > 3 || groups.some(({ length }) => length < 2 || length > 5)) continue;
      for (const initials of [groups.join(' '), groups[0]!]) {
        const key = canonical(initials, profile);
        const meanings = this.#meanings.get(key) ?? new Set();
        this.#meanings.set(key, meanings.add(base));
      }
    }
  }

  /** Reads the abbreviations of a query; undefined where it has none. A single group is one in capitals only: `УК`, not `ук`. */
  expand(query: string): Expanded | undefined {
    for (const match of query.matchAll(/(?<!\p{L})\p{L}{2,5}(?:\s+\p{L}{2,5})?(?!\p{L})/gu)) {
      for (const initials of new Set([match[0], match[0].split(/\s+/)[0]!])) {
        const meanings = this.#meanings.get(canonical(initials, this.#profile));
        if (!meanings || (!initials.includes(' ') && initials !== initials.toUpperCase())) continue;
        const before = query.slice(0, match.index);
        const after = query.slice(match.index + initials.length);
        return { readings: [...meanings].slice(0, 4).map((meaning) => before + meaning + after), rest: `${before} ${after}`.replace(/\s+/g, ' ').trim() };
      }
    }
    return undefined;
  }
}

/** Initials of a title, group by group: `Уголовно-процессуальный кодекс Российской Федерации` → `УПК`, `РФ`. */
function groupsOf(title: string): string[] {
  const groups: string[] = [];
  let wasCapital = true;
  for (const word of title.match(/\p{L}+/gu) ?? []) {
    const isCapital = /^\p{Lu}/u.test(word);
    if (groups.length === 0 || (isCapital && !wasCapital)) groups.push('');
    groups[groups.length - 1] += word[0]!.toUpperCase();
    wasCapital = isCapital;
  }
  return groups;
}
