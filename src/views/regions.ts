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

/** M49 codes of every region a State lies in, the widest first; none for an organization. */
export function regionsOf(library: Library, code: string): string[] {
  const data = library.states.get(code)?.data;
  return [data?.region, data?.sub_region, data?.intermediate_region].filter((region) => region !== undefined);
}

/** Groups States by the smallest region they lie in, regions and States in the order of their names; the empty code for those in none. */
export function groupByRegion(library: Library, codes: Iterable<string>, name: (code: string) => string, language: string): { region: string; states: string[] }[] {
  const collator = new Intl.Collator(language);
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const region = regionsOf(library, code).at(-1) ?? '';
    groups.set(region, [...(groups.get(region) ?? []), code]);
  }
  const named = new Map([...groups.keys(), ...[...groups.values()].flat()].map((code) => [code, code === '' ? '' : name(code)]));
  const byName = (one: string, other: string): number => collator.compare(named.get(one)!, named.get(other)!);
  return [...groups]
    .map(([region, states]) => ({ region, states: states.sort(byName) }))
    .sort((one, other) => (one.region === '' ? 1 : other.region === '' ? -1 : byName(one.region, other.region)));
}
