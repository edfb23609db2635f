/** The search page: reads its state from the address, answers, and writes the state back as the reader chooses. */
import type { SearchWords } from '../search/page-words.ts';
import { readAddress, writeAddress, type SearchState } from '../search/address.ts';
import type { Facet } from '../search/facets.ts';
import { LibrarySearch, type Answer, type LanguageResults } from '../search/library-search.ts';
import { readQuery } from '../search/query.ts';
import { element } from './elements.ts';
import { indexFiles } from './index-files.ts';
import { factsOf, fill, nameOf, pageAddress } from './search-names.ts';
import { chosenButtons, facetGroups, hitItem } from './search-results.ts';
import { suggestions } from './suggestions.ts';

const PER_PAGE = 10;
/** Results of each language where several are shown. */
const PER_LANGUAGE = 5;
const SUGGESTED = 8;
/** Names of kept sets shown. */
const MOST_KEPT = 5;

const part = <Found extends HTMLElement>(selector: string): Found => document.querySelector<Found>(selector)!;
const words = JSON.parse(part('#search-words').textContent) as SearchWords;
const text = words.words;
const form = part<HTMLFormElement>('[data-search]');
const input = part<HTMLInputElement>('#q');
const everywhere = form.elements.namedItem('in') as HTMLInputElement;
const sort = form.elements.namedItem('sort') as HTMLSelectElement;
const [status, chosen, found, facets, sections, lists] = ['status', 'chosen', 'found', 'facets', 'sections', 'lists'].map((name) => part(`[data-${name}]`)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
const plurals = new Intl.PluralRules(words.language);
const numbers = new Intl.NumberFormat(`${words.language}-u-nu-latn`);
const library = new LibrarySearch(words.language, indexFiles(words.index));

let state = readAddress(location.search);
let turn = 0;

const box = suggestions(input, part('#suggestions'), async (typed) => {
  // Where the reader's language has nothing by that name, another may: treaties are not in all six.
  for (const tag of await library.languages()) {
    const search = await library.open(tag);
    const found = search.suggest(typed, SUGGESTED);
    if (found.length === 0) continue;
    return found.map(({ document: number }) => ({
      title: search.catalogue.titles[number]!,
      facts: factsOf(words, search.catalogue, number),
      href: pageAddress(words, search.catalogue.addresses[number]!),
      lang: tag,
    }));
  }
  return [];
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ ...state, query: input.value, page: 1, choice: input.value === state.query ? state.choice : {} });
});
everywhere.addEventListener('change', () => go({ ...state, everywhere: everywhere.checked, page: 1 }));
sort.addEventListener('change', () => go({ ...state, sort: sort.value === 'date' ? 'date' : 'relevance', page: 1 }));
addEventListener('popstate', () => {
  state = readAddress(location.search);
  void show();
});
document.addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
  event.preventDefault();
  input.focus();
  input.select();
});
if (matchMedia('(max-width: 59.99rem)').matches) part<HTMLDetailsElement>('[data-narrow]').open = false;
if (state.query === '') input.focus();
void show();

/** Goes to another state: the address first, so that the way back is there. */
function go(next: SearchState): void {
  state = next;
  history.pushState(null, '', writeAddress(state));
  void show();
}

async function show(): Promise<void> {
  const mine = ++turn;
  box.close();
  if (document.activeElement !== input) input.value = state.query;
  if (input.value !== state.query && turn === 1) input.value = state.query;
  everywhere.checked = state.everywhere;
  sort.value = state.sort;
  document.querySelector<HTMLInputElement>('header input[name="q"]')?.setAttribute('value', '');
  if (state.query.trim() === '') return say(text.searchEmpty, true);
  if (!readQuery(state.query)) return say(text.searchNoWord, true);
  const waiting = setTimeout(() => (status.textContent = text.searching), 250);
  try {
    let answer = (await answerNow())!;
    let elsewhere = false;
    // Nothing in the reader's language: what other languages have is better than nothing, said as what it is.
    if (answer.total === 0 && !state.everywhere && Object.keys(state.choice).length === 0) {
      const all = (await library.answer(state, true))!;
      elsewhere = all.total > 0;
      if (elsewhere) answer = all;
    }
    const kept = await library.kept();
    if (mine === turn) await showAnswer(answer, elsewhere, kept, mine);
  } catch (error) {
    if (mine !== turn) return;
    console.error(error);
    say(text.searchFailed, true);
    const again = element('button', { type: 'button' }, text.searchRetry);
    again.addEventListener('click', () => void show());
    status.append(' ', again);
  } finally {
    clearTimeout(waiting);
  }
}

/** Says something instead of results. */
function say(message: string, withLists: boolean): void {
  status.replaceChildren(message);
  sections.replaceChildren();
  chosen.hidden = found.hidden = true;
  lists.hidden = !withLists;
}

async function showAnswer(answer: Answer, elsewhere: boolean, kept: string[] | undefined, mine: number): Promise<void> {
  const several = answer.languages.filter(({ hits }) => hits.length > 0).length > 1;
  const shown = answer.languages.filter(({ hits }) => hits.length > 0);
  const parts = await Promise.all(shown.map((results) => section(results, several)));
  if (mine !== turn) return;
  sections.replaceChildren(...parts);
  if (parts.length === 0) sections.replaceChildren(element('ol', { 'data-results': '' }));
  facets.replaceChildren(...facetGroups(words, answer.counts, state.choice, choose));
  const buttons = chosenButtons(words, state.choice, (facet, value) => choose(facet, value, false), () => {
    go({ ...state, choice: {}, page: 1 });
    input.focus();
  });
  chosen.replaceChildren(...buttons);
  chosen.hidden = buttons.length === 0;
  found.hidden = answer.total === 0 && buttons.length === 0;
  lists.hidden = answer.total > 0;
  const own = answer.languages.find(({ search }) => search.catalogue.language === words.language);
  status.replaceChildren(...messages(answer, own, elsewhere));
  if (kept) status.append(element('p', {}, fill(text.searchKept, { sets: `\u2068${kept.slice(0, MOST_KEPT).join(', ')}${kept.length > MOST_KEPT ? '…' : ''}\u2069` })));
}

/** The answer; where the network goes meanwhile, from what is kept. */
async function answerNow(): Promise<Answer | undefined> {
  try {
    return await library.answer(state);
  } catch {
    library.forget();
    return library.answer(state);
  }
}

function messages(answer: Answer, own: LanguageResults | undefined, elsewhere: boolean): (string | Node)[] {
  const results = own?.results ?? answer.languages[0]?.results;
  const asked = results?.query.text ?? '';
  // Kept apart from the sentence around it: a query may run the other way.
  const short = `\u2068${asked.length > 80 ? `${asked.slice(0, 80)}…` : asked}\u2069`;
  const parts: (string | Node)[] = [];
  if (elsewhere) parts.push(fill(text.searchElsewhere, { language: nameOf(words, 'language', words.language) }), ' ');
  parts.push(answer.total === 0 ? fill(text.searchNone, { query: short }) : fill(words.results[plurals.select(answer.total)] ?? words.results['other']!, { n: numbers.format(answer.total) }));
  if (results?.query.cut) parts.push(' · ', text.searchCut);
  if (results?.unquoted) parts.push(' · ', text.searchNotVerbatim);
  else if (answer.total > 0 && results?.partial && !elsewhere) parts.push(' · ', text.searchPartly);
  if (results?.read) {
    const link = element('a', { href: writeAddress({ ...state, query: results.read, page: 1, choice: {} }) }, results.read);
    const [before, after] = text.searchNearest.split('{query}') as [string, string];
    parts.push(' · ', before, link, after ?? '');
  }
  return parts;
}

/** Results of one language: a page of them, or the first few where others follow. */
async function section(results: LanguageResults, several: boolean): Promise<HTMLElement> {
  const { hits, search } = results;
  const tag = search.catalogue.language;
  const name = nameOf(words, 'language', tag);
  const from = several ? 0 : (Math.min(state.page, Math.ceil(hits.length / PER_PAGE)) - 1) * PER_PAGE;
  const page = hits.slice(from, from + (several ? PER_LANGUAGE : PER_PAGE));
  const list = element('ol', { 'data-results': '', start: String(from + 1) }, ...(await Promise.all(page.map((hit) => hitItem(words, results, hit)))));
  const made = element('div', {}, (several || tag !== words.language) && element('h2', {}, name), list);
  if (several && hits.length > page.length) {
    made.append(element('p', { class: 'ui' }, link({ ...state, everywhere: true, choice: { ...state.choice, language: [tag] }, page: 1 }, fill(text.searchAllIn, { n: numbers.format(hits.length), language: name }))));
  }
  if (!several && hits.length > PER_PAGE) made.append(pager(hits.length));
  return made;
}

function pager(count: number): HTMLElement {
  const pages = Math.ceil(count / PER_PAGE);
  const current = Math.min(state.page, pages);
  return element(
    'nav',
    { class: 'pager', 'aria-label': text.pages },
    current > 1 ? link({ ...state, page: current - 1 }, text.previous) : element('span'),
    element('span', {}, fill(text.page, { n: current, total: pages })),
    current < pages ? link({ ...state, page: current + 1 }, text.next) : element('span'),
  );
}

/** A link to another state of this page. */
function link(next: SearchState, name: string): HTMLAnchorElement {
  const made = element('a', { href: writeAddress(next) }, name);
  made.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(next);
    document.querySelector('h1')!.scrollIntoView();
  });
  return made;
}

function choose(facet: Facet, value: string, add: boolean): void {
  const values = (state.choice[facet] ?? []).filter((other) => other !== value);
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : undefined;
  const next = add ? [...values, value] : values;
  const choice = { ...state.choice, [facet]: next };
  if (next.length === 0) delete choice[facet];
  state = { ...state, choice, page: 1 };
  history.pushState(null, '', writeAddress(state));
  const place = [...chosen.children].indexOf(document.activeElement as HTMLElement);
  // Boxes and buttons are made anew: the focus goes back to the one that was changed, or to the button that took the place of the one removed.
  void show().then(() => {
    if (place >= 0) (chosen.children[Math.min(place, chosen.childElementCount - 1)] as HTMLElement | undefined ?? input).focus();
    if (focused === value) facets.querySelector<HTMLInputElement>(`input[data-facet="${facet}"][value="${CSS.escape(value)}"]`)?.focus();
  });
}
