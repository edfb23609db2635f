/**
 * A binder: pages a reader put together, in her order. Kept in this browser, and shared as the fragment of an address, which
 * browsers do not send to any server.
 */

export interface Entry {
  /** Path below the site's root, with the eId of a provision where one was chosen: `en/laws/ke/act/2009/9/#sec_3`. */
  path: string;
  /** As the page calls itself; absent in a shared link until the page was read. */
  title?: string;
}

export interface Binder {
  name: string;
  entries: Entry[];
  /** Articles come with the provisions of all States; without, with their own text and what is found in how many States. */
  provisions?: boolean;
}

/** Most entries of a binder. */
export const MOST = 200;
const LONGEST_NAME = 200;

const PAGE = /^[a-z]{2,3}\/(?:laws|cases|manuals)\/[\p{L}\p{N}._@/-]+\/$/u;
const EID = /^[\p{L}\p{N}._-]+$/u;

/** True for what can be an entry: a page of a document below the site's root, and nothing that leads elsewhere. */
export function isPath(path: string): boolean {
  const [page = '', eid, more] = path.split('#');
  return more === undefined && PAGE.test(page) && !page.includes('//') && !page.split('/').some((part) => part === '.' || part === '..') && (eid === undefined || EID.test(eid));
}

const storageKey = (root: string): string => `comity:binder:${root}`;

/**
 * The binder of this browser. What storage holds is checked: it can be anything.
 *
 * @param root path of the site's root: `/`, `/library/`
 */
export function readBinder(root: string): Binder {
  try {
    const { name, entries, provisions } = JSON.parse(localStorage.getItem(storageKey(root)) ?? '{}') as { name?: unknown; entries?: unknown; provisions?: unknown };
    const seen = new Set<string>();
    const kept = (Array.isArray(entries) ? entries : []).flatMap((entry: unknown): Entry[] => {
      const { path, title } = (entry ?? {}) as { path?: unknown; title?: unknown };
      if (typeof path !== 'string' || !isPath(path) || seen.has(path)) return [];
      seen.add(path);
      return [{ path, ...(typeof title === 'string' ? { title } : {}) }];
    });
    return { name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '', entries: kept.slice(0, MOST), ...(provisions === true && { provisions }) };
  } catch {
    return { name: '', entries: [] };
  }
}

/** Keeps a binder. @returns false where the browser keeps nothing */
export function writeBinder(root: string, { name, entries, provisions }: Binder): boolean {
  try {
    if (entries.length === 0 && name === '') localStorage.removeItem(storageKey(root));
    else localStorage.setItem(storageKey(root), JSON.stringify({ name, entries, provisions }));
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab changes the binder. */
export function watchBinder(root: string, changed: () => void): void {
  addEventListener('storage', (event) => {
    const { key } = event as StorageEvent;
    if (key === null || key === storageKey(root)) changed();
  });
}

/** Binder → fragment: `#list=en/laws/ke/act/2009/9/!sec_3,…&name=…&with=provisions`. */
export function toFragment({ name, entries, provisions }: Binder): string {
  const part = (text: string): string => encodeURIComponent(text).replace(/%(?:2F|40)/g, decodeURIComponent);
  const list = entries.map(({ path }) => path.split('#').map(part).join('!')).join(',');
  return `#list=${list}${name === '' ? '' : `&name=${encodeURIComponent(name)}`}${provisions ? '&with=provisions' : ''}`;
}

/**
 * Fragment → binder; undefined where the fragment is none. Entries come once each.
 *
 * @returns also how many entries could not be understood
 */
export function fromFragment(fragment: string): { binder: Binder; broken: number } | undefined {
  const fields = new Map(fragment.replace(/^#/, '').split('&').map((field): [string, string] => [field.split('=', 1)[0]!, field.slice(field.indexOf('=') + 1)]));
  const list = fields.get('list');
  if (list === undefined) return undefined;
  const paths = list.split(',').filter((part) => part !== '').map((part) => part.split('!').map(decode).join('#'));
  const good = [...new Set(paths.filter(isPath))];
  return { binder: { name: decode(fields.get('name') ?? '').slice(0, LONGEST_NAME), entries: good.slice(0, MOST).map((path) => ({ path })), ...(fields.get('with') === 'provisions' && { provisions: true }) }, broken: paths.filter((path) => !isPath(path)).length + Math.max(0, good.length - MOST) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '\0'; // half an escape sequence: no path has this
  }
}
