/** “Add to binder” on pages of laws, articles, cases and chapters, and beside every provision of a law. Without this script there is no such button. */
import { MOST, readBinder, watchBinder, writeBinder, type Entry } from './list.ts';

const spot = document.querySelector<HTMLElement>('[data-binder]');
const here = /^(?<root>.*?\/)(?<path>[a-z]{2,3}\/(?:laws|cases|manuals)\/.+?)(?:index\.html)?$/.exec(decodeURI(location.pathname))?.groups as { root: string; path: string } | undefined;
const [add = '', out = '', open = ''] = spot?.dataset['binder']?.split('|') ?? [];
/** What shows how full the binder is, after every change. */
const shown: (() => void)[] = [];

if (spot && here) {
  const link = document.createElement('a');
  link.href = `${here.root}${here.path.split('/')[0]}/binder/${location.protocol === 'file:' ? 'index.html' : ''}`;
  shown.push(() => {
    const { entries } = readBinder(here.root);
    link.textContent = open.replace('{n}', String(entries.length));
    link.hidden = entries.length === 0;
  });
  spot.append(binderButton(() => '')!, ' ', link);
  spot.hidden = false;
  refresh();
  watchBinder(here.root, refresh);
}

/**
 * A button that puts the page, or a provision of it, into the binder, and takes it out.
 *
 * @param eid of the provision at the time of the click; empty for the page
 * @returns undefined where the page cannot be put into a binder
 */
export function binderButton(eid: () => string): HTMLButtonElement | undefined {
  if (!spot || !here) return undefined;
  const { root, path } = here;
  const button = document.createElement('button');
  button.type = 'button';
  const place = (): string => (eid() === '' ? path : `${path}#${eid()}`);
  shown.push(() => {
    button.textContent = readBinder(root).entries.some((entry) => entry.path === place()) ? out : add;
  });
  button.addEventListener('click', () => {
    const binder = readBinder(root);
    const left = binder.entries.filter((entry) => entry.path !== place());
    if (left.length === binder.entries.length) left.push({ path: place(), title: titleOf(eid()) } satisfies Entry);
    // A full binder, or a browser that keeps nothing: the button says what it would do, and nothing was done.
    if (left.length <= MOST) writeBinder(root, { ...binder, entries: left });
    refresh();
  });
  return button;
}

/** The buttons say again what they do: after a change, or when they stand beside another provision. */
export function refresh(): void {
  for (const show of shown) show();
}

function titleOf(eid: string): string {
  const page = document.title.replace(/ — [^—]*$/, '');
  const heading = eid === '' ? undefined : document.getElementById(eid)?.textContent?.trim();
  return heading ? `${heading} — ${page}` : page;
}
