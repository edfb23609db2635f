/**
 * What a script adds to a manual: the reader's place is kept in this browser, forms can be copied, a footnote closes where it opened.
 * Nothing leaves the browser; where storage is refused or the reader has opted out, nothing is kept.
 */
import './binder/add.ts';

const OPT_OUT = 'comity:place';
const OFF = 'off';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage refused: there is no place to keep, and nothing to tell the reader
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // storage refused or full: the place is not kept, which harms nothing
  }
}

const placeKey = (manual: string): string => `comity:place:${manual}`;

/** Keeps the last numbered paragraph at the top of the window. */
function keepPlace(chapter: HTMLElement): void {
  const { manual, chapter: slug } = chapter.dataset;
  if (!manual || !slug || read(OPT_OUT) === OFF) return;
  const paragraphs = [...chapter.querySelectorAll<HTMLElement>('p.provision[id^="para_"]')];
  const save = (): void => {
    const passed = paragraphs.findLast((paragraph) => paragraph.getBoundingClientRect().top < innerHeight / 3) ?? paragraphs[0];
    if (passed) write(placeKey(manual), JSON.stringify({ path: `${location.pathname}#${passed.id}`, number: passed.querySelector('.num')?.textContent ?? '' }));
  };
  let waiting = 0;
  addEventListener('scroll', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(save, 400);
  }, { passive: true });
  addEventListener('pagehide', save);
}

/** Offers the place kept, and lets the reader switch keeping off and on. */
function offerPlace(line: HTMLElement): void {
  const { manual, template = '', off = '', on = '' } = line.dataset;
  if (!manual) return;
  const show = (): void => {
    line.replaceChildren();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    if (read(OPT_OUT) === OFF) {
      button.textContent = on;
      button.addEventListener('click', () => { write(OPT_OUT, null); line.hidden = true; });
      line.append(button);
      line.hidden = false;
      return;
    }
    const place = parsePlace(read(placeKey(manual)));
    line.hidden = place === undefined;
    if (!place) return;
    const [before = '', after = ''] = template.split('{number}');
    const link = document.createElement('a');
    link.href = place.path;
    link.textContent = place.number;
    button.textContent = off;
    button.addEventListener('click', () => { write(placeKey(manual), null); write(OPT_OUT, OFF); show(); });
    line.append(before, link, after, ' ', button);
  };
  show();
}

/** Storage can hold anything; only an address of this site is followed. */
function parsePlace(text: string | null): { path: string; number: string } | undefined {
  try {
    const { path, number } = JSON.parse(text ?? 'null') as { path: string; number: string };
    return /^\/(?!\/)[\w/-]+#para_[\d-]+$/.test(path) && /^[\d.]+$/.test(number) ? { path, number } : undefined;
  } catch {
    return undefined;
  }
}

/** Copies a form as it is set and as plain text, for editors that take either. */
function offerCopies(chapter: HTMLElement): void {
  for (const button of chapter.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const form = document.getElementById(button.dataset['copy']!);
    if (!form || !navigator.clipboard) continue;
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener('click', () => {
      const title = form.parentElement?.querySelector('h3')?.outerHTML ?? '';
      const html = new Blob([title + form.innerHTML], { type: 'text/html' });
      const text = new Blob([`${form.parentElement?.querySelector('h3')?.textContent ?? ''}\n\n${form.innerText}`], { type: 'text/plain' });
      const done = (): void => {
        button.textContent = chapter.dataset['copied'] ?? words;
        setTimeout(() => { button.textContent = words; }, 2000);
      };
      void navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]).then(done, () => getSelection()?.selectAllChildren(form));
    });
  }
}

/** A second click on an open footnote's mark closes it. */
function closeFootnotes(chapter: HTMLElement): void {
  chapter.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>('a.fn-mark');
    if (!mark || mark.hash !== location.hash) return;
    event.preventDefault();
    location.hash = mark.hash.replace('fn_', 'fnref_');
  });
}

const chapter = document.querySelector<HTMLElement>('article.chapter');
if (chapter) {
  keepPlace(chapter);
  offerCopies(chapter);
  closeFootnotes(chapter);
}
const line = document.querySelector<HTMLElement>('.resume');
if (line) offerPlace(line);
