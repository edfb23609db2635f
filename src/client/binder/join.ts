/** Pages of the site → the parts of one document: their main text, with ids of their own, headings one level down, links that lead on. */
import { element } from '../elements.ts';
import type { Entry } from './list.ts';

/** A page that is no longer there; a provision it no longer has; a page that cannot be read now. */
export type Failure = 'gone' | 'noProvision' | 'unreachable';

export interface Part {
  entry: Entry;
  title: string;
  /** Language and direction of the text. */
  language: string;
  direction: string;
  nodes: Node[];
}

/** Pages are asked for a few at a time. */
const AT_ONCE = 6;
/** What belongs to a page and not to its text. */
const AROUND = 'script, style, link, iframe, object, form, button, .noprint, .permalink, .keep, .cite, .pager, .jump, .timeline, .related, .map, .fn-close, [data-binder], [hidden]';
/** What other States wrote on an article: as long as all the rest of a binder, so it comes when asked for. */
const PROVISIONS = '#national :is(.scroll, table, .classification)';

/**
 * Reads pages and takes their texts.
 *
 * @param root address of the site's root
 * @param pages pages read before, by path; those read now join them
 * @param provisions whether articles come with the provisions of States
 * @param progress called after each page with the number of those done
 * @returns a part or why there is none, in the order of the entries
 */
export async function readParts(root: string, entries: readonly Entry[], pages: Map<string, Promise<Document | Failure>>, provisions: boolean, progress: (done: number) => void): Promise<(Part | Failure)[]> {
  const parts: (Part | Failure)[] = [];
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    while (next < entries.length) {
      const index = next++;
      const entry = entries[index]!;
      const page = entry.path.split('#')[0]!;
      const reading = pages.get(page) ?? readPage(root + page);
      pages.set(page, reading);
      const read = await reading;
      if (typeof read === 'string') pages.delete(page); // it may be there the next time
      parts[index] = typeof read === 'string' ? read : partOf(read, new URL(root + page), entry, provisions);
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, entries.length) }, work));
  return parts;
}

async function readPage(address: string): Promise<Document | Failure> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' });
    if (!response.ok) return response.status === 404 || response.status === 410 ? 'gone' : 'unreachable';
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.querySelector('article.text') ? page : 'gone';
  } catch {
    return 'unreachable';
  }
}

function partOf(page: Document, address: URL, entry: Entry, provisions: boolean): Part | Failure {
  // A page may be read twice, for two of its provisions: each takes a copy.
  const article = page.querySelector('article.text')!.cloneNode(true) as HTMLElement;
  for (const found of article.querySelectorAll(provisions ? AROUND : `${AROUND}, ${PROVISIONS}`)) found.remove();
  for (const found of article.querySelectorAll('details')) found.open = true;
  const title = page.title.replace(/ — [^—]*$/, '');
  const common = { entry, language: article.lang || page.documentElement.lang, direction: article.dir || page.documentElement.dir };
  absolute(article, address);
  const eid = entry.path.split('#')[1];
  if (eid === undefined) return { ...common, title, nodes: [...article.childNodes] };
  const heading = article.querySelector<HTMLElement>(`#${CSS.escape(eid)}`);
  if (!heading) return 'noProvision';
  const nodes: Node[] = [heading];
  const level = levelOf(heading);
  // A provision is its heading and what follows, to the next heading that is not below it.
  for (let node = heading.nextSibling; node; node = node.nextSibling) {
    if (node instanceof HTMLElement && ((levelOf(node) > 0 && (level === 0 || levelOf(node) <= level)) || node.matches('.prov, .related'))) break;
    nodes.push(node);
  }
  return { ...common, title: `${heading.textContent!.trim()} — ${title}`, nodes };
}

/** Level of a heading, 0 for anything else. */
function levelOf(node: Element): number {
  return Number(/^H([1-6])$/.exec(node.tagName)?.[1] ?? 0);
}

/** Links lead where they led, wherever the text stands. */
function absolute(article: HTMLElement, address: URL): void {
  for (const link of article.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href')!;
    if (href.startsWith('#')) continue;
    const { origin, pathname, search, hash, href: whole } = new URL(href, address);
    // Addresses of other sites are printed beside their words; those of this one need not be.
    link.setAttribute('href', origin === address.origin ? pathname + search + hash : whole);
  }
  for (const found of article.querySelectorAll('*')) for (const { name } of [...found.attributes]) if (name.startsWith('on')) found.removeAttribute(name);
}

/**
 * Parts → sections of one document. Ids get the number of their part before them, and what refers to them follows; a link to a page
 * that is itself in the document leads to it there.
 *
 * @param root path of the site's root
 */
export function joinParts(root: string, parts: readonly Part[]): HTMLElement[] {
  const numbers = new Map(parts.map(({ entry }, index) => [root + entry.path, index + 1]));
  return parts.map(({ entry, language, direction, nodes }, index) => {
    const prefix = `part-${index + 1}`;
    const section = element('section', { id: prefix, class: 'part text', lang: language, dir: direction });
    section.append(...nodes);
    const single = entry.path.includes('#');
    // The title of a part stands under that of the document; a provision by itself begins where a page begins.
    const top = Math.min(6, ...[...section.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(levelOf));
    for (const heading of section.querySelectorAll('h1, h2, h3, h4, h5, h6')) lower(heading, Math.min(6, levelOf(heading) + (single ? 2 - top : 1)));
    const ids = new Set<string>();
    for (const found of section.querySelectorAll('[id]')) {
      ids.add(found.id);
      found.id = `${prefix}-${found.id}`;
    }
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers']) {
      for (const found of section.querySelectorAll(`[${name}]`)) found.setAttribute(name, found.getAttribute(name)!.split(/\s+/).map((id) => `${prefix}-${id}`).join(' '));
    }
    for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const href = link.getAttribute('href')!;
      if (href.startsWith('#')) {
        const id = decodeURIComponent(href.slice(1));
        link.setAttribute('href', ids.has(id) ? `#${prefix}-${id}` : `${root}${entry.path.split('#')[0]}${href}`);
      } else {
        const [page, id] = href.split('#') as [string, string?];
        const [itself, around] = [numbers.get(href), numbers.get(page)];
        if (itself !== undefined) link.setAttribute('href', `#part-${itself}`);
        else if (around !== undefined) link.setAttribute('href', `#part-${around}-${id}`);
      }
    }
    return section;
  });
}

/** The same heading, of another level. */
function lower(heading: Element, level: number): void {
  const made = document.createElement(`h${level}`);
  for (const { name, value } of heading.attributes) made.setAttribute(name, value);
  made.append(...heading.childNodes);
  heading.replaceWith(made);
}
