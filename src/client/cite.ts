/**
 * Citations in four formats, made in the browser from the page's JSON-LD, and for every provision a link and a citation to copy.
 * Without it the citation stands as text, and the number of a provision is a link to it.
 */
import { toBibtex } from '../citations/bibtex.ts';
import { toCslJson } from '../citations/csl-json.ts';
import { citationOf, type CitedJsonLd, type CslItem } from '../citations/item.ts';
import { toPlain } from '../citations/plain.ts';
import { toRis } from '../citations/ris.ts';
import { binderButton, refresh as refreshBinder } from './binder/add.ts';

interface Words {
  version: string;
  copied: string;
  copyLink: string;
  copyCitation: string;
  copy: string;
  save: string;
  format: string;
  text: string;
  compare: string;
  held: string;
}

/** The provision to compare the next one with. */
const HELD = 'comity-compare';

const box = document.querySelector<HTMLDetailsElement>('details.cite');
const source = document.querySelector('script[type="application/ld+json"]');
if (box && source) {
  const jsonld = JSON.parse(source.textContent!) as CitedJsonLd & { isPartOf?: CitedJsonLd };
  // The page of an article says of which law it is a part; that law is cited.
  cite(box, jsonld.isPartOf ?? jsonld);
}

function cite(box: HTMLDetailsElement, jsonld: CitedJsonLd): void {
  const words = JSON.parse(box.dataset['words']!) as Words;
  const plainWords = { tag: document.documentElement.lang, version: words.version };
  const formats: [name: string, ending: string, write: (item: CslItem) => string][] = [
    [words.text, 'txt', (item) => toPlain(item, plainWords)],
    ['BibTeX', 'bib', toBibtex],
    ['RIS', 'ris', toRis],
    ['CSL-JSON', 'json', toCslJson],
  ];
  const text = document.querySelector<HTMLElement>('article.text')!;
  const { eid, label: printed } = box.dataset;
  const ofPage = eid === undefined || printed === undefined ? undefined : { eid, label: printed };

  // The box: a format, the citation, what to do with it.
  const select = document.createElement('select');
  for (const [name] of formats) select.add(new Option(name));
  const label = document.createElement('label');
  label.append(words.format, ' ', select);
  const shown = document.createElement('pre');
  shown.tabIndex = 0;
  const said = document.createElement('output');
  const copy = button(words.copy, () => put(shown.textContent!, said));
  const link = button(words.copyLink, () => put(item().URL!, said));
  const save = button(words.save, () => {
    const [, ending] = formats[select.selectedIndex]!;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([write()], { type: 'text/plain;charset=utf-8' }));
    link.download = `${item().id}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  const tools = document.createElement('p');
  tools.append(label, ' ', copy, ' ', save, ' ', link, ' ', said);
  box.append(tools, shown);
  box.querySelector('p')!.hidden = true;
  select.addEventListener('change', refresh);
  addEventListener('hashchange', refresh);
  refresh();
  if (!ofPage) permalinks();

  function item(heading = target()): CslItem {
    const address = new URL(location.href);
    address.search = '';
    address.hash = ofPage ? '' : (heading?.id ?? '');
    const provision = ofPage ?? (heading && { eid: heading.id, label: heading.querySelector('.num')?.textContent ?? heading.textContent! });
    return citationOf(jsonld, { place: box.dataset['place'], url: address.href, provision, accessed: new Date().toISOString().slice(0, 10) });
  }

  function write(): string {
    return formats[select.selectedIndex]![2](item());
  }

  function refresh(): void {
    shown.textContent = write();
    said.value = '';
  }

  /** The heading that the address names. */
  function target(): HTMLElement | undefined {
    const found = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return found && text.contains(found) && /^H[2-6]$/.test(found.tagName) ? found : undefined;
  }

  /** One small bar for all provisions: it stands above the heading that is pointed at, focused or named by the address. */
  function permalinks(): void {
    const bar = document.createElement('span');
    bar.className = 'permalink ui';
    bar.lang = document.documentElement.lang;
    const done = document.createElement('output');
    let heading: HTMLElement | undefined;
    const keep = binderButton(() => heading?.id ?? '');
    bar.append(
      button(words.copyLink, () => put(item(heading).URL!, done)),
      button(words.copyCitation, () => put(toPlain(item(heading), plainWords), done)),
      button(words.compare, () => compare(heading!)),
      ...(keep ? [keep] : []),
      done,
    );
    /** Keeps the first provision; from the second it goes to the two side by side. */
    const compare = ({ id }: HTMLElement): void => {
      const here = `${location.pathname}#${id}`;
      const held = sessionStorage.getItem(HELD);
      if (held === null || held === here) {
        sessionStorage.setItem(HELD, here);
        done.value = words.held;
        return;
      }
      sessionStorage.removeItem(HELD);
      location.assign(`${box.dataset['compare']}?${new URLSearchParams({ a: held, b: here })}`);
    };
    const show = (wanted: HTMLElement | null | undefined): void => {
      if (!wanted || wanted === heading || wanted.id === '' || wanted.tagName === 'H1') return;
      heading = wanted;
      done.value = '';
      refreshBinder();
      wanted.after(bar);
      bar.style.insetBlockStart = `${wanted.offsetTop}px`;
    };
    const pointed = ({ target }: Event): void => show((target as HTMLElement).closest<HTMLElement>('h2, h3, h4, h5, h6'));
    text.addEventListener('pointerover', pointed);
    text.addEventListener('focusin', pointed);
    addEventListener('hashchange', () => show(target()));
    show(target());
  }
}

function button(name: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', action);
  return made;
}

/** Copies a text and says so; where the clipboard is closed, the text itself is said, to be copied by hand. */
function put(text: string, said: HTMLOutputElement): void {
  const copied = (JSON.parse(document.querySelector<HTMLElement>('details.cite')!.dataset['words']!) as Words).copied;
  const write = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
  write.then(() => { said.value = copied; }, () => { said.value = text; });
}
