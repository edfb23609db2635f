/** Values of facets → names in the language of the page, and a document's line of facts. */
import type { SearchWords } from '../search/page-words.ts';
import { valuesOf, type Facet } from '../search/facets.ts';
import type { Catalogue } from '../search/format.ts';

let regions: Intl.DisplayNames | undefined;
let languages: Intl.DisplayNames | undefined;

/** Name of a value: (`state`, `ke`) → `Kenya`; (`article`, `untoc#art_18`) → `Organized Crime Convention 18`. */
export function nameOf({ names, language, words }: SearchWords, facet: Facet, value: string): string {
  const known = names[facet]?.[value];
  if (known !== undefined) return known;
  if (facet === 'article') {
    const [alias, eid] = value.split('#') as [string, string];
    return `${names.convention?.[alias] ?? alias}, ${words.article} ${eid.replace(/^.*_/, '').replace(/-/g, ' ')}`;
  }
  try {
    if (facet === 'state') {
      if (value === 'un' || value === 'int') return words.international;
      const [state, part] = value.toUpperCase().split('-') as [string, string?];
      regions ??= new Intl.DisplayNames([language], { type: 'region' });
      return `${names.state?.[value.split('-')[0]!] ?? regions.of(state) ?? state}${part ? ` (${part})` : ''}`;
    }
    if (facet === 'language') return (languages ??= new Intl.DisplayNames([language], { type: 'language' })).of(value) ?? value;
  } catch {
    // A code the browser does not know is shown as it is.
  }
  return value;
}

/** "Law · Kenya · 2010 · Act No. 8" */
export function factsOf(words: SearchWords, catalogue: Catalogue, document: number): string {
  const kind = valuesOf(catalogue, document, 'kind')[0]!;
  const states = kind === 'state' ? [] : valuesOf(catalogue, document, 'state');
  return [
    nameOf(words, 'kind', kind),
    states.length > 0 && states.length < 4 ? states.map((state) => nameOf(words, 'state', state)).join(', ') : undefined,
    catalogue.dates[document]!.slice(0, 4),
    kind === 'article' || kind === 'state' ? undefined : catalogue.names[document]?.find((name) => /\d/.test(name) && name.length < 60),
  ]
    .filter((fact) => fact !== undefined && fact !== '')
    .join(' · ');
}

/** Address of a document, from its address below the site's root. */
export function pageAddress({ root, file = '' }: SearchWords, address: string): string {
  return `${root}${address}${address.endsWith('/') ? file : ''}`;
}

/** Text with its slots filled: (`Nothing found for “{query}”.`, { query }). */
export function fill(text: string, slots: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
