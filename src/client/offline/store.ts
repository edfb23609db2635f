/**
 * What is kept on the reader's device, as the page and the service worker both know it: one record, written whole, in a cache of its own.
 *
 * A set is a cache with a name nobody else uses. It counts only once the record names it, so that a download that fails leaves nothing.
 */

/** A set the reader has kept. */
export interface KeptSet {
  /** `state-ke`, `region-014`, `convention-untoc`, `manual-mla-extradition`, `search-en`, `everything`. */
  id: string;
  /** Language of the interface pages in it. */
  language: string;
  title: string;
  /** Name of its cache, and of the cache with the styles, scripts and fonts of its build. */
  cache: string;
  assets: string;
  digest: string;
  files: number;
  bytes: number;
  /** Language of a search index → its entry in languages.json. */
  search?: Record<string, { folder: string; documents: number }>;
  /** Its parts of search indexes, by language: addresses below the site's root. */
  parts?: Record<string, string[]>;
}

export interface Kept {
  /** Languages whose shell is kept. */
  languages: string[];
  /** True where pages the reader opens are kept too. */
  opened: boolean;
  sets: KeptSet[];
}

/** A set as the build describes it: files, bytes, digest. */
export type Listed = [files: number, bytes: number, digest: string];

/** What can be kept in one language: `offline/en.json`. */
export interface Listing {
  assets: { digest: string; files: string[]; bytes: number };
  shell: { bytes: number };
  sets: Record<string, Listed>;
}

/** Files of a set: `offline/sets/state-ke.json`. */
export interface SetFiles {
  /** Sets it is made of. */
  sets?: string[];
  /** Addresses below the site's root: documents, then pages of the interface by language. */
  files?: string[];
  pages?: Record<string, string[]>;
  search?: KeptSet['search'];
}

/** Header by which a request for a download passes the service worker: a copy kept earlier must not stand in for the file. */
export const DOWNLOAD_HEADER = 'x-comity-download';

/** Names of caches of the library at an address: others may stand on the same host. */
export function cacheNames(root: string): { prefix: string; record: string; shell: string; opened: string; seen: string; assets: string; set: string } {
  const prefix = `comity ${root} `;
  return { prefix, record: `${prefix}record`, shell: `${prefix}shell `, opened: `${prefix}opened`, seen: `${prefix}seen`, assets: `${prefix}assets `, set: `${prefix}set ` };
}

/** Reads the record. */
export async function readKept(root: string): Promise<Kept> {
  const names = cacheNames(root);
  const found = (await caches.has(names.record)) ? await (await caches.open(names.record)).match(`${root}offline/kept`) : undefined;
  return found ? ((await found.json()) as Kept) : { languages: [], opened: false, sets: [] };
}

/** Changes the record, one change after another whatever tabs are open. */
export function changeKept(root: string, change: (kept: Kept) => void): Promise<Kept> {
  return navigator.locks.request(`${cacheNames(root).prefix}record`, async () => {
    const kept = await readKept(root);
    change(kept);
    await (await caches.open(cacheNames(root).record)).put(`${root}offline/kept`, new Response(JSON.stringify(kept)));
    return kept;
  });
}

/** Deletes caches that the record no longer names: what a download that was broken off, or a set that was deleted, left. */
export async function sweep(root: string): Promise<void> {
  // A download holds this lock; what it has written so far is no rest.
  await navigator.locks.request(`${cacheNames(root).prefix}download`, { ifAvailable: true }, async (lock) => {
    if (lock) await sweepNow(root);
  });
}

/** As {@link sweep}, for one who holds the lock of downloads. */
export async function sweepNow(root: string): Promise<void> {
  const { set, assets } = cacheNames(root);
  const { sets } = await readKept(root);
  const named = new Set(sets.flatMap((kept) => [kept.cache, kept.assets]));
  for (const name of await caches.keys()) if ((name.startsWith(set) || name.startsWith(assets)) && !named.has(name)) await caches.delete(name);
}
