/** Facets with their values, names, counts and addresses, made once per language. */
import { htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import { translator } from '../i18n/translate.ts';
import type { Site } from '../site.ts';
import { CASE_FACETS, groupByFacet, LAW_FACETS, newestCases, newestLaws, type Facet } from './facets.ts';

export type FacetSource = 'laws' | 'cases';

export interface FacetRow {
  facet: string;
  value: string;
  name: string;
  /** Language of the name where it is a language's own name. */
  lang: string | undefined;
  href: string;
  count: number;
}

export interface FacetList {
  /** Part of the address: `subject`. */
  facet: string;
  heading: string;
  rows: FacetRow[];
}

const cache = new WeakMap<Site, Map<string, FacetList[]>>();

export function facetLists(site: Site, source: FacetSource, language: InterfaceLanguage): FacetList[] {
  const lists = cache.get(site) ?? new Map<string, FacetList[]>();
  cache.set(site, lists);
  const key = `${source} ${language}`;
  const made = lists.get(key) ?? (source === 'laws' ? build(site, source, LAW_FACETS, newestLaws(site.library), language) : build(site, source, CASE_FACETS, newestCases(site.library), language));
  lists.set(key, made);
  return made;
}

function build<Item>(site: Site, source: FacetSource, facets: readonly Facet<Item>[], items: readonly Item[], language: InterfaceLanguage): FacetList[] {
  const { library, routes } = site;
  const t = translator(language);
  const collator = new Intl.Collator(language);
  return facets.map((facet) => {
    const rows = [...groupByFacet(facet, items, library)].map(([value, group]) => ({
      facet: facet.slug,
      value,
      name: facet.nameOf(value, { library, language, t }),
      lang: facet.slug === 'language' ? htmlLang(value) : undefined,
      href: routes.page(language, `${source}/${facet.slug}/${value}`),
      count: group.length,
    }));
    rows.sort((a, b) => (facet.order === 'newest' ? (age(a.value) < age(b.value) ? 1 : -1) : b.count - a.count || collator.compare(a.name, b.name)));
    return { facet: facet.slug, heading: t(facet.heading), rows };
  });
}

/** Decades stand before what is older than all of them, and that before what has no date. */
function age(value: string): string {
  return value === 'undated' ? '0' : value.startsWith('before') ? '1' : value;
}
