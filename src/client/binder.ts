/**
 * The binder page: the list with its order, the document made of it, the link that shares it. Pages are read from this site (or from
 * what is kept on the device); nothing is sent anywhere.
 */
import { joinParts, readParts, type Failure, type Part } from './binder/join.ts';
import { fromFragment, MOST, readBinder, toFragment, watchBinder, writeBinder, type Binder, type Entry } from './binder/list.ts';
import type { BinderWords } from './binder/words.ts';
import { element } from './elements.ts';
import { fill } from './search-names.ts';

const part = <Found extends HTMLElement>(selector: string): Found => document.querySelector<Found>(selector)!;
const { language, root: path, file, words } = JSON.parse(part('#binder-words').textContent) as BinderWords;
const site = new URL(path, location.href);
const root = site.pathname;
const onStick = location.protocol === 'file:';
const [list, status, name, made] = [part<HTMLOListElement>('[data-list]'), part('[data-status]'), part<HTMLInputElement>('[data-name]'), part('[data-document]')];
const provisions = part<HTMLInputElement>('[data-provisions] input');
/** Pages of single articles, which list the provisions of States. */
const ARTICLE = /\/laws\/.+\/art_[^/]+\/$/;

/** The list on the page: the reader's own, or one that came with the address. */
let binder: Binder = readBinder(decodeURI(root));
let shared = false;
/** Pages that were read, as long as this page is open. */
const pages: Parameters<typeof readParts>[2] = new Map();
/** Why an entry has no text, known once it was read. */
const failures = new Map<string, Failure>();

addEventListener('hashchange', begin);
watchBinder(decodeURI(root), () => {
  if (shared) return;
  binder = readBinder(decodeURI(root));
  show();
});
name.addEventListener('input', () => {
  binder.name = name.value;
  stale();
  keep();
});
provisions.addEventListener('change', () => {
  binder.provisions = provisions.checked;
  stale();
  keep();
  status.textContent = '';
});
press('read', () => void compile());
press('print', () => void compile().then((ready) => ready && print()));
press('share', () => void share());
press('clear', () => {
  if (!confirm(words.binderClearSure)) return;
  change({ name: '', entries: [] });
  status.focus();
});
press('adopt', () => {
  const own = readBinder(decodeURI(root));
  if (own.entries.length > 0 && !confirm(words.binderAdoptSure)) return;
  takeOver({ ...binder, name: binder.name || own.name });
});
press('join', () => {
  const own = readBinder(decodeURI(root));
  const known = new Set(own.entries.map((entry) => entry.path));
  takeOver({ ...own, name: own.name || binder.name, entries: [...own.entries, ...binder.entries.filter((entry) => !known.has(entry.path))] });
});
begin();

/** An address that carries a list shows it; the reader's own stays as it is. */
function begin(): void {
  // A part of the document was asked for, or nothing: the list on the page is the right one.
  const found = fromFragment(location.hash);
  if (!found && location.hash !== '' && document.getElementById(location.hash.slice(1))) return;
  const own = readBinder(decodeURI(root));
  shared = found !== undefined && toFragment(found.binder) !== toFragment({ ...own, name: found.binder.name });
  binder = shared ? found!.binder : own;
  failures.clear();
  stale();
  status.textContent = found && found.broken > 0 ? fill(words.binderBroken, { n: found.broken }) : '';
  show();
  if (shared && !onStick) void titles();
}

/** Titles of a list that came with an address are on its pages. */
async function titles(): Promise<void> {
  const asked = binder;
  const parts = await readParts(site.href, asked.entries, pages, false, () => {});
  if (binder !== asked) return;
  note(parts);
  show();
}

function note(parts: readonly (Part | Failure)[]): void {
  parts.forEach((found, index) => {
    const entry = binder.entries[index]!;
    if (typeof found === 'string') failures.set(entry.path, found);
    else {
      failures.delete(entry.path);
      entry.title = found.title;
    }
  });
}

function takeOver(wanted: Binder): void {
  if (wanted.entries.length > MOST) {
    status.textContent = fill(words.binderFull, { n: MOST });
    return;
  }
  shared = false;
  history.replaceState(null, '', location.pathname);
  change(wanted);
  status.textContent = '';
}

function change(wanted: Binder): void {
  binder = wanted;
  stale();
  keep();
  show();
}

function keep(): void {
  if (!shared && !writeBinder(decodeURI(root), binder)) status.textContent = words.binderNoStorage;
}

/** The document is of another list now. */
function stale(): void {
  made.replaceChildren();
  made.hidden = true;
}

function show(): void {
  const empty = binder.entries.length === 0;
  part('[data-empty]').hidden = !empty;
  part('[data-shared]').hidden = !shared;
  part('[data-tools]').hidden = empty;
  part('[data-named]').hidden = empty;
  part('[data-provisions]').hidden = !binder.entries.some((entry) => ARTICLE.test(entry.path));
  provisions.checked = binder.provisions === true;
  part('[data-stick]').hidden = !onStick || empty;
  for (const button of ['read', 'print']) part(`[data-do="${button}"]`).hidden = onStick;
  part('[data-do="clear"]').hidden = shared;
  part('[data-link]').hidden = true;
  if (name.value !== binder.name) name.value = binder.name;
  list.replaceChildren(...binder.entries.map(row));
}

function row(entry: Entry, index: number): HTMLLIElement {
  const title = entry.title ?? entry.path;
  const [page, eid] = entry.path.split('#');
  const failure = failures.get(entry.path);
  const reason = failure && { gone: words.binderGone, noProvision: words.binderNoProvision, unreachable: words.binderUnreachable }[failure];
  const made = element('li', {}, element('span', { class: 'entry' }, element('a', { href: `${site.href}${page}${file}${eid === undefined ? '' : `#${eid}`}`, dir: 'auto' }, title), reason && element('span', { class: 'flag' }, ` ${reason}`)));
  if (shared) return made;
  made.draggable = true;
  made.append(
    tool('↑', fill(words.binderUp, { title }), 'up', index > 0, () => move(index, index - 1, 'up')),
    tool('↓', fill(words.binderDown, { title }), 'down', index < binder.entries.length - 1, () => move(index, index + 1, 'down')),
    tool('×', fill(words.binderRemove, { title }), 'remove', true, () => {
      change({ ...binder, entries: binder.entries.toSpliced(index, 1) });
      status.textContent = fill(words.binderRemoved, { title });
      (list.children[Math.min(index, list.children.length - 1)]?.querySelector<HTMLElement>('.remove') ?? status).focus();
    }),
  );
  made.addEventListener('dragstart', (event) => event.dataTransfer?.setData('text/comity-entry', String(index)));
  made.addEventListener('dragover', (event) => event.dataTransfer?.types.includes('text/comity-entry') && event.preventDefault());
  made.addEventListener('drop', (event) => {
    event.preventDefault();
    const from = Number(event.dataTransfer?.getData('text/comity-entry') || Number.NaN);
    if (from >= 0 && from !== index) move(from, index, 'up');
  });
  return made;
}

function tool(sign: string, label: string, kind: string, enabled: boolean, act: () => void): HTMLButtonElement {
  // A button at the end of its way stays where it is and takes the focus, so that the keyboard does not lose its place.
  const button = element('button', { type: 'button', class: kind, 'aria-label': label, title: label, 'aria-disabled': enabled ? undefined : 'true' }, sign);
  button.addEventListener('click', () => enabled && act());
  return button;
}

function move(from: number, to: number, kind: string): void {
  const entry = binder.entries[from]!;
  change({ ...binder, entries: binder.entries.toSpliced(from, 1).toSpliced(to, 0, entry) });
  status.textContent = fill(words.binderMoved, { title: entry.title ?? entry.path, place: to + 1, total: binder.entries.length });
  list.children[to]?.querySelector<HTMLElement>(`.${kind}`)?.focus();
}

/** Makes the document and shows it. @returns false where nothing could be read, or the list changed meanwhile */
async function compile(): Promise<boolean> {
  const asked = binder;
  const parts = await readParts(site.href, asked.entries, pages, asked.provisions === true, (done) => (status.textContent = fill(words.binderLoading, { done, total: asked.entries.length })));
  if (binder !== asked) return false;
  note(parts);
  keep();
  show();
  const good = parts.filter((found): found is Part => typeof found !== 'string');
  const lost = parts.length - good.length;
  status.textContent = [good.length > 0 && fill(words.binderReady, { total: good.length }), lost > 0 && fill(words.binderLeftOut, { n: lost })].filter(Boolean).join(' ');
  made.replaceChildren();
  made.hidden = good.length === 0;
  if (good.length === 0) return false;
  const day = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { dateStyle: 'long' }).format(new Date());
  const contents = good.map(({ title, language: tag, direction }, index) => element('li', {}, element('a', { href: `#part-${index + 1}`, lang: tag, dir: direction }, title)));
  const sections = joinParts(root, good);
  good.forEach(({ entry }, index) => sections[index]!.prepend(element('p', { class: 'from', dir: 'ltr' }, `${index + 1} · ${site.href}${entry.path}`)));
  made.append(
    element('header', { class: 'cover' }, element('p', { class: 'lab' }, words.siteName), element('p', { class: 'title', dir: 'auto' }, binder.name || words.binderUntitled), element('p', {}, fill(words.binderCompiled, { date: day }))),
    element('nav', { class: 'contents', 'aria-label': words.manualContents }, element('h2', {}, words.manualContents), element('ol', {}, ...contents)),
    ...sections,
  );
  return true;
}

async function share(): Promise<void> {
  const address = new URL(`${location.pathname}${toFragment(binder)}`, location.href).href;
  const field = part<HTMLInputElement>('[data-link] input');
  field.value = address;
  part('[data-link]').hidden = false;
  field.select();
  await navigator.clipboard?.writeText(address).then(() => (status.textContent = words.binderCopied), () => {}); // where the clipboard is closed the link is there to copy
}

function press(what: string, act: () => void): void {
  part(`[data-do="${what}"]`).addEventListener('click', act);
}
