/** UN M49 regions as the library's States name them: each region with the parts in which its States lie. */
import type { Library } from '../library/library.ts';

export interface Region {
  /** M49 code of the region: `002`. */
  code: string;
  /** M49 codes of its sub-regions and intermediate regions. */
  parts: string[];
}

/** Regions with States in the library, in order of code, with their parts. */
export function regionTree(library: Library): Region[] {
  const parts = new Map<string, Set<string>>();
  for (const { data } of library.states.values()) {
    if (!data.region) continue;
    const set = parts.get(data.region) ?? new Set();
    // An intermediate region stands beside the sub-region it divides; where all of a sub-region is so divided it is not listed twice.
    for (const code of [data.sub_region, data.intermediate_region]) if (code) set.add(code);
    parts.set(data.region, set);
  }
  return [...parts].map(([code, set]) => ({ code, parts: [...set].sort() })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Codes of the States in a region, sub-region or intermediate region. */
export function statesOf(library: Library, region: string): string[] {
  return [...library.states.values()].filter(({ data }) => data.region === region || data.sub_region === region || data.intermediate_region === region).map(({ data }) => data.iso2);
}
