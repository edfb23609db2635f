/** The state of a search ↔ the query part of its address, so that a search can be bookmarked, sent and gone back to. */
import { FACETS, type Choice } from './facets.ts';

export interface SearchState {
  query: string;
  /** All languages, not only that of the page. */
  everywhere: boolean;
  sort: 'relevance' | 'date';
  choice: Choice;
  /** Page of results, from 1. */
  page: number;
}

/** Reads `?q=extradition&state=ke&state=ug&sort=date`. Whatever is not understood is left out. */
export function readAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const choice: Choice = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet))].filter((value) => value !== '' && value.length < 100).slice(0, 50);
    if (values.length > 0) choice[facet] = values;
  }
  const page = Number(parameters.get('page'));
  return {
    query: parameters.get('q') ?? '',
    everywhere: parameters.get('in') === 'all',
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
    choice,
    page: Number.isInteger(page) && page > 1 && page <= 500 ? page : 1,
  };
}

/** Writes a state as the query part of an address, `?` included; what is as usual is left out. */
export function writeAddress({ query, everywhere, sort, choice, page }: SearchState): string {
  const parameters = new URLSearchParams();
  parameters.set('q', query);
  if (everywhere) parameters.set('in', 'all');
  for (const facet of FACETS) for (const value of choice[facet] ?? []) parameters.append(facet, value);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters.toString()}`;
}
