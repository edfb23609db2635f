/**
 * Facets of lists: what a reader narrows a list by. Every value has a page of its own, so lists can be narrowed without a script.
 */
import { yearOf } from '../domain/date.ts';
import { endonym, type InterfaceLanguage } from '../domain/language.ts';
import { parseCitation } from '../domain/citation.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Key, Translate } from '../i18n/translate.ts';
import { instruments, workPath, type CaseWork, type LawWork, type Library } from '../library/library.ts';
import { placeName } from '../site.ts';
import { nameOf } from './references.ts';

export interface Facet<Item> {
  /** Part of the address: `subject`. */
  slug: string;
  /** Heading of the facet in lists. */
  heading: Key;
  /** Values of an item, as parts of an address. */
  valuesOf: (item: Item, library: Library) => readonly string[];
  /** Name of a value for a reader. */
  nameOf: (value: string, context: { library: Library; language: InterfaceLanguage; t: Translate }) => string;
  /** How values are ordered; by name where not given. */
  order?: 'newest' | 'count';
}

const decade = (date: string | undefined): string[] => [date ? `${yearOf(date).slice(0, 3)}0` : 'undated'];
const decadeName = (value: string, t: Translate): string => (value === 'undated' ? t('undated') : `${value}–${value.slice(0, 3)}9`);
const dash = (value: string): string => value.replaceAll('_', '-');
const undash = (value: string): string => value.replaceAll('-', '_');

/** Aliases of the conventions and protocols that references lead to. */
export function conventionAliases(references: readonly string[], library: Library): string[] {
  const aliases = new Set<string>();
  for (const reference of references) {
    const work = library.laws.get(workPath(library, parseCitation(reference)!.work) ?? '');
    if (work?.data.alias && work.data.articles) aliases.add(work.data.alias);
  }
  return [...aliases];
}

const conventionName: Facet<unknown>['nameOf'] = (value, { library, language }) => nameOf(instruments(library).find(({ data }) => data.alias === value)!, isoOf(language));

export const LAW_FACETS: readonly Facet<LawWork>[] = [
  { slug: 'state', heading: 'byState', valuesOf: ({ data }) => [data.jurisdiction], nameOf: (value, { language, t }) => (value === 'un' || value === 'int' ? t('international') : placeName(value, language)) },
  { slug: 'subject', heading: 'bySubject', valuesOf: ({ data }) => data.is_about.map(dash), nameOf: (value, { t }) => t(`subject_${undash(value)}` as Key) },
  { slug: 'convention', heading: 'byConvention', valuesOf: ({ data }, library) => conventionAliases(Object.values(data.provisions ?? {}).flatMap((provision) => provision.implements), library), nameOf: conventionName },
  { slug: 'year', heading: 'byYear', valuesOf: ({ data }) => decade(data.date_document), nameOf: (value, { t }) => decadeName(value, t), order: 'newest' },
  { slug: 'language', heading: 'byLanguage', valuesOf: (work) => work.data.languages ?? work.expressions.map(({ expression }) => expression.language), nameOf: (value) => endonym(value) },
  { slug: 'status', heading: 'byStatus', valuesOf: ({ data }) => [dash(data.status)], nameOf: (value, { t }) => t(`status_${undash(value)}` as Key) },
];

export const CASE_FACETS: readonly Facet<CaseWork>[] = [
  { slug: 'crime', heading: 'byCrime', valuesOf: ({ data }) => data.crime_types.map(dash), nameOf: (value, { t }) => t(`crime_${undash(value)}` as Key) },
  { slug: 'cooperation', heading: 'byCooperation', valuesOf: ({ data }) => data.cooperation.map(dash), nameOf: (value, { t }) => t(`coop_${undash(value)}` as Key) },
  { slug: 'state', heading: 'byState', valuesOf: ({ data }) => [...new Set(data.countries)], nameOf: (value, { language }) => placeName(value, language) },
  { slug: 'convention', heading: 'byConvention', valuesOf: ({ data }, library) => conventionAliases([...data.applies, ...(data.illustrates ?? [])], library), nameOf: conventionName },
  { slug: 'year', heading: 'byYear', valuesOf: ({ data }) => decade(data.date_document), nameOf: (value, { t }) => decadeName(value, t), order: 'newest' },
];

/** Rows on one page of a list. */
export const PAGE_SIZE = 200;

/** Value → items, for one facet. */
export function groupByFacet<Item>(facet: Facet<Item>, items: readonly Item[], library: Library): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const value of facet.valuesOf(item, library)) {
      const group = groups.get(value);
      if (group) group.push(item);
      else groups.set(value, [item]);
    }
  }
  return groups;
}

/** Static paths of every value of every facet, page by page. */
export function facetPaths<Item>(facets: readonly Facet<Item>[], items: readonly Item[], library: Library) {
  return facets.flatMap((facet) =>
    [...groupByFacet(facet, items, library)].flatMap(([value, group]) =>
      Array.from({ length: Math.ceil(group.length / PAGE_SIZE) }, (_, index) => ({ params: { facet: facet.slug, value, page: index === 0 ? undefined : String(index + 1) }, props: { number: index + 1 } })),
    ),
  );
}
