/** Results and facets as elements. */
import type { SearchWords } from '../search/page-words.ts';
import { FACETS, type Choice, type Facet } from '../search/facets.ts';
import { markWords } from '../search/excerpt.ts';
import type { LanguageResults } from '../search/library-search.ts';
import type { Hit } from '../search/ranking.ts';
import { textFragment } from '../search/text-fragment.ts';
import { element, marked } from './elements.ts';
import { factsOf, nameOf, pageAddress } from './search-names.ts';

/** Provisions shown below a document. */
const PROVISIONS = 3;
/** Values of a facet shown before "more". */
const VALUES = 7;
const RTL = new Set(['ar', 'he', 'fa', 'ur']);

/** A document found, with its provisions that match. */
export async function hitItem(words: SearchWords, { search, results }: LanguageResults, hit: Hit): Promise<HTMLLIElement> {
  const { catalogue, profile } = search;
  const address = pageAddress(words, catalogue.addresses[hit.document]!);
  const lang = { lang: catalogue.language, dir: RTL.has(catalogue.language) ? 'rtl' : 'ltr' };
  const terms = results.read ? `${results.query.text} ${results.read}` : results.query.text;
  const provisions = await search.show(hit, results, PROVISIONS);
  const title = element('a', { class: 't', href: address, 'data-result': catalogue.addresses[hit.document]!, ...lang }, ...marked(markWords(catalogue.titles[hit.document]!, terms, profile)));
  const item = element('li', {}, element('p', { class: 'd' }, factsOf(words, catalogue, hit.document)), title);
  const list = element('ul', lang);
  for (const { eid, label, excerpt } of provisions) {
    const fragment = textFragment(excerpt);
    const text = excerpt.length > 0 && element('p', { class: 'x', ...lang }, ...marked(excerpt));
    if (eid === '' || label.length === 0) {
      if (text) title.after(text);
      markOnOpening(title, address, '', fragment);
      continue;
    }
    // An article's own page is about nothing else; elsewhere the provision is a place on the page.
    const place = catalogue.addresses[hit.document]!.endsWith(`/${eid}/`) ? '' : eid;
    if (place === '') {
      if (text) title.after(text);
      markOnOpening(title, address, '', fragment);
      continue;
    }
    const link = element('a', { class: 'p', href: `${address}#${place}` }, ...marked(label));
    markOnOpening(link, address, place, fragment);
    list.append(element('li', {}, link, text));
  }
  // A citation leads to the very provision.
  if (hit.by === 'provision' || (results.query.cited && list.firstElementChild)) {
    const first = list.querySelector('a');
    if (first) title.href = first.href;
  }
  if (list.childElementCount > 0) item.append(list);
  return item;
}

/** The page opened marks the words; the address itself stays one that can be copied. */
function markOnOpening(link: HTMLAnchorElement, address: string, eid: string, fragment: string): void {
  if (fragment === '') return;
  const plain = link.getAttribute('href')!;
  link.addEventListener('click', () => {
    link.href = `${address}#${eid}${fragment}`;
    setTimeout(() => (link.href = plain));
  });
}

/** Facets with counts, as groups of boxes. */
export function facetGroups(words: SearchWords, counts: Map<Facet, Map<string, number>>, choice: Choice, change: (facet: Facet, value: string, chosen: boolean) => void): HTMLElement[] {
  return FACETS.flatMap((facet) => {
    const chosen = choice[facet] ?? [];
    // Articles are many: they are offered when a convention was chosen.
    if (facet === 'article' && chosen.length === 0 && (choice.convention ?? []).length === 0) return [];
    const values = [...counts.get(facet)!].filter(([value, count]) => count > 0 || chosen.includes(value));
    if (facet === 'article' && choice.convention?.length) values.splice(0, values.length, ...values.filter(([value]) => choice.convention!.includes(value.split('#')[0]!) || chosen.includes(value)));
    if (values.length < 2 && chosen.length === 0) return [];
    values.sort(([a, countA], [b, countB]) => Number(chosen.includes(b)) - Number(chosen.includes(a)) || (facet === 'year' ? b.localeCompare(a) : countB - countA || a.localeCompare(b)));
    const boxes = values.map(([value, count]) => {
      const box = element('input', { type: 'checkbox', value });
      box.checked = chosen.includes(value);
      box.dataset['facet'] = facet;
      box.addEventListener('change', () => change(facet, value, box.checked));
      return element('label', {}, box, element('span', {}, nameOf(words, facet, value)), element('span', { class: 'n' }, String(count)));
    });
    const group = element('fieldset', { class: 'choices' }, element('legend', {}, words.facets[facet]), ...boxes.slice(0, VALUES));
    if (boxes.length > VALUES) group.append(element('details', {}, element('summary', {}, `${words.words.searchMore} (${boxes.length - VALUES})`), ...boxes.slice(VALUES)));
    return [group];
  });
}

/** What was chosen, each with a button that takes it away. */
export function chosenButtons(words: SearchWords, choice: Choice, remove: (facet: Facet, value: string) => void, clear: () => void): HTMLElement[] {
  const buttons = FACETS.flatMap((facet) =>
    (choice[facet] ?? []).map((value) => {
      const name = nameOf(words, facet, value);
      const button = element('button', { type: 'button', 'aria-label': words.words.searchRemove.replace('{name}', name) }, `${words.facets[facet]}: ${name}`, element('span', { 'aria-hidden': 'true' }, '×'));
      button.addEventListener('click', () => remove(facet, value));
      return button;
    }),
  );
  if (buttons.length > 1) {
    const all = element('button', { type: 'button' }, words.words.searchClear);
    all.addEventListener('click', clear);
    buttons.push(all);
  }
  return buttons;
}
