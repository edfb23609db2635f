/**
 * Two to six States in columns, made from the provisions that the page holds one below the other. Which States is in the address
 * (`?states=ke,ug,zm`), so a comparison can be shared, printed, and taken along as CSV. On a phone two columns show at a time.
 */
import { toCsv } from '../domain/csv.ts';
import { displayName } from '../domain/jurisdiction.ts';
import { copyText } from './copy-text.ts';

const MOST = 6;
const root = document.getElementById('compare');
if (root) compare(root);

function compare(page: HTMLElement): void {
  const words = JSON.parse(page.dataset['words']!) as Record<string, string>;
  const columns = document.getElementById('columns')!;
  const stacked = document.getElementById('stacked')!;
  const sections = new Map([...stacked.querySelectorAll<HTMLElement>('section[data-state]')].map((section) => [section.dataset['state']!, section]));
  const elements = [...stacked.querySelectorAll<HTMLTableRowElement>('tr[data-element]')];
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#choose a[data-state]')];
  const address = new URL(location.href);
  const asked = [...new Set((address.searchParams.get('states') ?? '').toLowerCase().split(','))];
  let states = asked.filter((code) => sections.has(code)).slice(0, MOST);

  for (const link of links) {
    link.setAttribute('role', 'button');
    link.setAttribute('aria-pressed', 'false');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      toggle(link.dataset['state']!);
    });
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      toggle(link.dataset['state']!);
    });
  }
  const bar = make('p', 'tools noprint ui');
  const status = make('output', 'count');
  status.setAttribute('aria-live', 'polite');
  bar.append(
    button(words['swap']!, () => choose([...states.slice(1), ...states.slice(0, 1)])),
    button(words['print']!, () => print()),
    button('CSV', download),
    button(words['clear']!, () => choose([])),
    status,
  );
  // Said only where the stylesheet shows two columns of more: on a phone.
  const more = make('span', 'count two-at-a-time');
  more.textContent = words['two']!;
  bar.append(more);
  columns.before(bar);
  // Whoever shared the address meant these, too: that they are left out is said.
  const missing = asked.filter((code) => /^[a-z]{2}$/.test(code) && !sections.has(code)).map((code) => displayName(code, document.documentElement.lang));
  if (missing.length > 0) {
    const note = make('p', 'ui count');
    note.textContent = words['nothing']!.replace('{states}', missing.slice(0, MOST).join(' · '));
    bar.before(note);
  }
  choose(states);
  // A comparison that was shared begins with the comparison.
  if (states.length > 1) document.getElementById('choose')!.removeAttribute('open');

  function toggle(state: string): void {
    if (states.includes(state)) choose(states.filter((other) => other !== state));
    else if (states.length < MOST) choose([...states, state]);
    else status.textContent = words['most']!;
  }

  function choose(chosen: string[]): void {
    states = chosen;
    for (const link of links) link.setAttribute('aria-pressed', String(states.includes(link.dataset['state']!)));
    if (states.length === 0) address.searchParams.delete('states');
    else address.searchParams.set('states', states.join(','));
    history.replaceState(null, '', address.href.replaceAll('%2C', ','));
    const compared = states.length > 1;
    columns.hidden = !compared;
    stacked.hidden = compared;
    bar.hidden = states.length === 0;
    for (const [state, section] of sections) section.hidden = states.length === 1 && states[0] !== state;
    more.hidden = states.length < 3;
    status.textContent = states.map((state) => sections.get(state)!.dataset['name']).join(' · ');
    columns.replaceChildren(...(compared ? [draw()] : []));
  }

  function draw(): HTMLTableElement {
    const table = make('table', `side-by-side n${states.length}`);
    // Roles are said in full: on a phone the rows are grids, which some browsers no longer take for rows.
    table.setAttribute('role', 'table');
    const head = table.createTHead().insertRow();
    head.append(cell('th', words['element']!, 'col'));
    for (const state of states) {
      const { dataset } = sections.get(state)!;
      const th = cell('th', dataset['name']!, 'col');
      const remove = button('×', () => toggle(state));
      remove.className = 'remove noprint';
      remove.setAttribute('aria-label', `${words['remove']}: ${dataset['name']}`);
      th.append(' ', remove);
      head.append(th);
    }
    const body = table.createTBody();
    const texts = body.insertRow();
    texts.className = 'texts';
    texts.append(cell('th', words['provisions']!, 'row'));
    for (const state of states) {
      const td = texts.insertCell();
      for (const one of provisionsOf(state)) {
        const copy = one.cloneNode(true) as HTMLElement;
        // Below the heads of columns there is no second level of headings left to stand under.
        const heading = copy.querySelector('h3')!;
        const second = make('h2');
        for (const { name, value } of heading.attributes) second.setAttribute(name, value);
        second.append(...heading.childNodes);
        heading.replaceWith(second);
        copy.append(copyButton(one));
        td.append(copy);
      }
    }
    for (const element of elements) {
      const row = body.insertRow();
      const name = element.cells[0]!.cloneNode(true) as HTMLTableCellElement;
      const place = make('span', 'count');
      place.textContent = ` ${element.cells[1]!.textContent}, ${element.cells[2]!.textContent}`;
      name.append(place);
      row.append(name);
      for (const state of states) {
        const met = provisionsOf(state).filter(({ dataset }) => dataset['meets']!.split(' ').includes(element.dataset['element']!));
        const td = row.insertCell();
        if (met.length === 0) td.append(Object.assign(make('span', 'count'), { textContent: words['notRecorded']! }));
        else td.append(Object.assign(make('span', 'cov cov-found'), { textContent: met.map(({ dataset }) => dataset['label']).join(', ') }));
      }
    }
    for (const row of table.rows) {
      row.setAttribute('role', 'row');
      for (const one of row.cells) one.setAttribute('role', one.localName === 'td' ? 'cell' : one.scope === 'col' ? 'columnheader' : 'rowheader');
    }
    return table;
  }

  function provisionsOf(state: string): HTMLElement[] {
    return [...sections.get(state)!.querySelectorAll<HTMLElement>('article.one')];
  }

  function copyButton(one: HTMLElement): HTMLElement {
    const copy = button(words['copy']!, async () => {
      await copyText(`${textOf(one)}\n\n— ${citationOf(one)}`);
      copy.textContent = words['copied']!;
      setTimeout(() => { copy.textContent = words['copy']!; }, 2000);
    });
    copy.className = 'small noprint';
    return copy;
  }

  function citationOf(one: HTMLElement): string {
    return `${one.dataset['cite']}. ${words['summary']} ${one.querySelector<HTMLAnchorElement>('h3 a')!.href}`;
  }

  function download(): void {
    const heads = ['state', 'name', 'law', 'year', 'language', 'provision', 'heading', 'text', 'confidence', 'elements_recorded', 'citation'];
    const rows = states.flatMap((state) =>
      provisionsOf(state).map((one) => {
        const { law, year, language, label, heading, confidence, meets } = one.dataset as Record<string, string>;
        return [state, sections.get(state)!.dataset['name']!, law!, year!, language!, label!, heading!, textOf(one), confidence!, meets!, citationOf(one)];
      }),
    );
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([toCsv([heads, ...rows])], { type: 'text/csv;charset=utf-8' }));
    link.download = `${page.dataset['file']}-${states.join('-')}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

function textOf(one: HTMLElement): string {
  return [...one.querySelector('.words')!.children].map(({ textContent }) => textContent?.trim()).join('\n\n');
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { className });
}

function cell(name: 'th' | 'td', text: string, scope: string): HTMLTableCellElement {
  return Object.assign(document.createElement(name), { textContent: text, scope });
}

function button(text: string, action: () => void): HTMLButtonElement {
  const made = Object.assign(make('button'), { type: 'button', textContent: text });
  made.addEventListener('click', action);
  return made;
}
