/** What results can be narrowed by, with counts. Values of one facet widen (Kenya or Uganda), facets narrow each other. */
import { COLUMNS, KINDS, type Catalogue } from './format.ts';

export const FACETS = ['kind', ...COLUMNS, 'year', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** Values chosen, by facet. */
export type Choice = Partial<Record<Facet, readonly string[]>>;

/** Values of a document in a facet. */
export function valuesOf(catalogue: Catalogue, document: number, facet: Facet): string[] {
  switch (facet) {
    case 'kind':
      return [KINDS[catalogue.kinds[document]!]!];
    case 'year':
      return catalogue.dates[document] ? [catalogue.dates[document]!.slice(0, 4)] : [];
    case 'language':
      return [catalogue.language];
    default: {
      const { values, of } = catalogue.columns[facet];
      return [of[document]!].flat().map((place) => values[place]!);
    }
  }
}

/** True where a document has what was chosen in every facet but one. */
export function isChosen(catalogue: Catalogue, document: number, choice: Choice, except?: Facet): boolean {
  for (const facet of FACETS) {
    const chosen = choice[facet];
    if (!chosen || chosen.length === 0 || facet === except) continue;
    const values = valuesOf(catalogue, document, facet);
    if (!chosen.some((value) => values.includes(value))) return false;
  }
  return true;
}

/** One document of one language. */
export interface Found {
  catalogue: Catalogue;
  document: number;
}

/**
 * Counts the values of every facet: how many results there would be with this value, the other facets staying as they are.
 *
 * @returns facet → value → count; values chosen are always there
 */
export function countFacets(found: readonly Found[], choice: Choice): Map<Facet, Map<string, number>> {
  const counts = new Map<Facet, Map<string, number>>();
  for (const facet of FACETS) {
    const values = new Map<string, number>((choice[facet] ?? []).map((value) => [value, 0]));
    for (const { catalogue, document } of found) {
      if (!isChosen(catalogue, document, choice, facet)) continue;
      for (const value of valuesOf(catalogue, document, facet)) values.set(value, (values.get(value) ?? 0) + 1);
    }
    counts.set(facet, values);
  }
  return counts;
}
