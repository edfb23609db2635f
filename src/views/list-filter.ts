/**
 * Filters above a list of laws or cases, to narrow it by several facets at once: selects that a script shows, folded on a phone. Without it every single
 * facet has pages of its own. A row carries its values in the order of the selects: `data-f="ke|002 014|drugs"`.
 */
import { htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Library } from '../library/library.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import type { Facet } from './facets.ts';

interface ListValues<Item> {
  facets: readonly Facet<Item>[];
  values: readonly (readonly string[])[];
}

const known = new WeakMap<object, ListValues<never>>();

export interface ListFilter<Item> {
  /** The form; empty where nothing is left to choose. */
  form: string;
  /** Values of a row, for its `data-f`; undefined where there is no form. */
  valuesOf: (item: Item) => string | undefined;
}

/**
 * Filters for a list.
 *
 * @param items the whole list, on all its pages; the same object at every call
 * @param own facet that the list is narrowed by already
 * @param pages how many pages the list has, and the address of the first
 */
export function listFilter<Item>(facets: readonly Facet<Item>[], own: string, items: readonly Item[], context: { library: Library; language: InterfaceLanguage; t: Translate }, pages: { total: number; base: string }): ListFilter<Item> {
  const { library, language, t } = context;
  const useful = usefulFacets(facets, own, items, library);
  if (useful.facets.length === 0 || items.length < 10) return { form: '', valuesOf: () => undefined };
  const collator = new Intl.Collator(language);
  const selects = useful.facets.map((facet, index) => {
    const choices = useful.values[index]!.map((value) => ({ value, name: facet.nameOf(value, context) }));
    choices.sort((one, other) => (facet.order === 'newest' ? (one.value < other.value ? 1 : -1) : collator.compare(one.name, other.name)));
    const options = choices.map(({ value, name }) => `<option value="${value}"${facet.slug === 'language' ? ` lang="${htmlLang(value)}"` : ''}>${escapeHtml(name)}</option>`);
    return `<label>${escapeHtml(t(facet.label))}<select name="${facet.slug}"><option value="">${escapeHtml(t('all'))}</option>${options.join('')}</select></label>`;
  });
  const form = `<form data-list data-shown="${escapeHtml(t('rowsShown', { n: '{n}', total: '{total}' }))}" data-pages="${pages.total}" data-base="${pages.base}" hidden><details class="fold"><summary>${escapeHtml(t('filterBy'))} <span class="count" data-active></span></summary><div class="filter">${selects.join('')}</div></details><output class="count" aria-live="polite"></output></form>`;
  return { form, valuesOf: (item) => useful.facets.map((facet) => facet.valuesOf(item, library).join(' ')).join('|') };
}

/** Facets that leave a choice within a list, each with its values. */
function usefulFacets<Item>(facets: readonly Facet<Item>[], own: string, items: readonly Item[], library: Library): ListValues<Item> {
  const made = known.get(items) as ListValues<Item> | undefined;
  if (made) return made;
  const found = facets
    .filter(({ slug, filter }) => slug !== own && filter !== false)
    .map((facet) => ({ facet, values: [...new Set(items.flatMap((item) => facet.valuesOf(item, library)))] }))
    .filter(({ values }) => values.length > 1);
  const list = { facets: found.map(({ facet }) => facet), values: found.map(({ values }) => values) };
  known.set(items, list as ListValues<never>);
  return list;
}
