/**
 * Any two provisions side by side. Which is in the address (`?a=en/laws/ke/act/2010/8/%23sec_5&b=…`), so a comparison can be shared; the
 * texts are read from the pages of this site that the two links lead to.
 */
import { toCsv } from '../domain/csv.ts';
import { copyText } from './copy-text.ts';
import { headingLevel, provisionAddress } from './provision-address.ts';

interface Side {
  address: string;
  law: string;
  label: string;
  lang: string;
  dir: string;
  /** True where the text is the library's summary and not the law's own. */
  summary: boolean;
  /** Address in full. */
  href: string;
  words: DocumentFragment;
}

const form = document.querySelector<HTMLFormElement>('#two');
if (form) compareTwo(form);

function compareTwo(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['words']!) as Record<string, string>;
  const base = form.dataset['base']!;
  const inputs = [...form.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
  const output = form.querySelector('output')!;
  const columns = document.getElementById('columns')!;
  const address = new URL(location.href);
  inputs.forEach((input) => { input.value = address.searchParams.get(input.name) ?? ''; });
  if (inputs.every(({ value }) => value !== '')) void show();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show();
  });

  async function show(): Promise<void> {
    const asked = inputs.map(({ value }) => provisionAddress(value, base, location.origin));
    const [a, b] = asked;
    if (a === undefined || b === undefined) {
      output.value = words['none']!;
      inputs[a === undefined ? 0 : 1].focus();
      return;
    }
    for (const [index, input] of inputs.entries()) {
      input.value = asked[index]!;
      address.searchParams.set(input.name, asked[index]!);
    }
    history.replaceState(null, '', address);
    output.value = '…';
    try {
      const sides = await Promise.all([a, b].map((one) => read(base, one)));
      const missing = sides.findIndex((side) => side === undefined);
      output.value = missing === -1 ? '' : words['none']!;
      columns.hidden = missing !== -1;
      if (missing === -1) draw(sides as Side[]);
      else inputs[missing]!.focus();
    } catch {
      output.value = words['failed']!;
    }
  }

  /** Says whose words are cited, as the comparison of States does. */
  function citation({ law, label, summary, href }: Side): string {
    return `${law}, ${label}. ${summary ? `${words['summaryBy']} ` : ''}${href}`;
  }

  function draw(sides: readonly Side[]): void {
    const bar = document.createElement('p');
    bar.className = 'tools noprint ui';
    bar.append(
      button(words['swap']!, () => {
        [inputs[0].value, inputs[1].value] = [inputs[1].value, inputs[0].value];
        void show();
      }),
      button(words['print']!, () => print()),
      button('CSV', () => save(sides.map((side) => [side.law, side.label, side.lang, plain(side), citation(side)]))),
    );
    const table = document.createElement('table');
    table.className = 'side-by-side two-provisions';
    const head = table.createTHead().insertRow();
    const body = table.createTBody().insertRow();
    body.className = 'texts';
    for (const side of sides) {
      const th = document.createElement('th');
      th.scope = 'col';
      th.append(inTongue('span', side, side.law));
      head.append(th);
      const article = document.createElement('article');
      article.className = 'one';
      const heading = document.createElement('h2');
      const link = inTongue('a', side, side.label);
      link.href = base + side.address;
      heading.append(link);
      const text = inTongue('div', side, '');
      text.className = 'words';
      text.append(side.words.cloneNode(true));
      const copy = button(words['copy']!, () => void copyText(`${plain(side)}\n\n— ${citation(side)}`).then(() => { copy.textContent = words['copied']!; }));
      copy.className = 'small noprint';
      const note = Object.assign(document.createElement('p'), { className: 'of ui', textContent: words['summary'] });
      article.append(heading, ...(side.summary ? [note] : []), text, copy);
      body.insertCell().append(article);
    }
    columns.replaceChildren(bar, table);
    document.title = sides.map(({ law, label }) => `${law}, ${label}`).join(' – ');
  }
}

/** The provision an address leads to, with its law's name and language; undefined where the page has no such provision. */
async function read(base: string, address: string): Promise<Side | undefined> {
  const [path, eid] = address.split('#') as [string, string];
  const response = await fetch(base + path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const text = page.querySelector<HTMLElement>('article.text');
  const heading = page.getElementById(decodeURIComponent(eid));
  const level = heading && headingLevel(heading);
  if (!text || !heading || !level || !text.contains(heading)) return undefined;
  const words = document.createDocumentFragment();
  for (let node = heading.nextElementSibling; node && !(headingLevel(node) && headingLevel(node)! <= level) && !node.matches('section:not(.footnotes)'); node = node.nextElementSibling) {
    if (!node.matches('aside, nav, details, form')) words.append(document.importNode(node, true));
  }
  for (const named of words.querySelectorAll('[id]')) named.removeAttribute('id');
  const law = text.querySelector('h1')!.textContent!.trim();
  const label = heading.textContent!.trim().replace(/\s+/gu, ' ');
  // A text shown on a page of another direction keeps the direction of its language.
  const lang = text.lang;
  return { address, law, label, lang, dir: /^(?:ar|fa|he|ur|ps|dv)/.test(lang) ? 'rtl' : 'ltr', words, summary: text.dataset['text'] === 'summary', href: new URL(base + address, location.href).href };
}

function plain({ words }: Side): string {
  return [...words.children].map(({ textContent }) => textContent?.trim()).join('\n\n');
}

function save(rows: readonly (readonly string[])[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCsv([['law', 'provision', 'language', 'text', 'citation'], ...rows])], { type: 'text/csv;charset=utf-8' }));
  link.download = 'provisions.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function inTongue<Name extends 'a' | 'span' | 'div'>(name: Name, { lang, dir }: Side, text: string): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { lang, dir, textContent: text });
}

function button(name: string, action: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  made.addEventListener('click', action);
  return made;
}
