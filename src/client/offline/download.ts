/** Downloads a set into a cache that nobody knows of, and makes it known when all of it is there. */
import { partLanguage } from '../../search/bundle.ts';
import { cacheNames, changeKept, DOWNLOAD_HEADER, sweepNow, type Kept, type Listing, type SetFiles } from './store.ts';

/** Requests under way at once. */
const LANES = 6;

export interface Wanted {
  id: string;
  language: string;
  title: string;
}

/**
 * Downloads a set; an older copy of it is deleted once the new one is whole.
 *
 * @param root address of the site's root
 * @param progress called with the bytes received so far
 * @throws Error, AbortError or QuotaExceededError; then nothing of the download is left
 */
export function download(root: string, wanted: Wanted, progress: (bytes: number) => void, signal: AbortSignal): Promise<Kept> {
  const names = cacheNames(root);
  return navigator.locks.request(`${names.prefix}download`, { signal }, async () => {
    const name = `${names.set}${wanted.id} ${crypto.randomUUID()}`;
    let bytes = 0;
    const received = (more: number): void => progress((bytes += more));
    try {
      const listing = await readListing(root, wanted.language, signal);
      const listed = listing.sets[wanted.id];
      if (!listed) throw new Error(`${wanted.id} is not in the library any more.`);
      const { files, search } = await filesOf(root, wanted, signal);
      const assets = `${names.assets}${listing.assets.digest}`;
      await fill(assets, listing.assets.files, root, signal, () => {});
      await fill(name, files, root, signal, received);
      // A library that changed meanwhile would be kept half old, half new.
      const after = await readListing(root, wanted.language, signal);
      if (after.sets[wanted.id]?.[2] !== listed[2]) throw new Error('The library changed during the download.');
      return await changeKept(root, (kept) => {
        kept.sets = kept.sets.filter(({ id, language }) => id !== wanted.id || language !== wanted.language);
        kept.sets.push({ ...wanted, cache: name, assets, digest: listed[2], files: files.length, bytes: listed[1], ...(search ? { search } : {}), parts: partsOf(files) });
      });
    } finally {
      await sweepNow(root);
    }
  });
}

/** What can be kept in a language, as it is now. */
export function readListing(root: string, language: string, signal?: AbortSignal): Promise<Listing> {
  return json<Listing>(`${root}offline/${language}.json`, signal);
}

/** Addresses of a set and of the sets it is made of. */
async function filesOf(root: string, { id, language }: Wanted, signal: AbortSignal): Promise<{ files: string[]; search: SetFiles['search'] }> {
  const files = new Set<string>();
  let search: SetFiles['search'];
  const seen = new Set<string>();
  let waiting = [id];
  while (waiting.length > 0) {
    const found = await Promise.all(waiting.splice(0, LANES).map((one) => json<SetFiles>(`${root}offline/sets/${one}.json`, signal)));
    for (const set of found) {
      for (const file of [...(set.files ?? []), ...(set.pages?.[language] ?? [])]) files.add(file);
      if (set.search) search = { ...search, ...set.search };
      waiting = [...waiting, ...(set.sets ?? []).filter((one) => !seen.has(one))];
      for (const one of set.sets ?? []) seen.add(one);
    }
  }
  // With the whole index of a language its parts are not needed.
  return { files: [...files].filter((file) => !search?.[partLanguage(file) ?? '']), search };
}

/** Parts of search indexes among files, by language. */
function partsOf(files: readonly string[]): Record<string, string[]> {
  return Object.groupBy(files.filter((file) => partLanguage(file) !== undefined), (file) => partLanguage(file)!) as Record<string, string[]>;
}

async function fill(name: string, files: readonly string[], root: string, signal: AbortSignal, received: (bytes: number) => void): Promise<void> {
  const cache = await caches.open(name);
  const waiting = [...files].reverse();
  const stopped = new AbortController();
  const either = AbortSignal.any([signal, stopped.signal]);
  const lane = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const address = root + encodeURI(file);
      if (await cache.match(address)) continue; // styles and scripts that an earlier set brought
      const response = await ask(address, either);
      const body = await response.blob();
      either.throwIfAborted();
      await cache.put(address, new Response(body, { headers: response.headers }));
      received(body.size);
    }
  };
  const lanes = Array.from({ length: LANES }, lane);
  try {
    await Promise.all(lanes);
  } catch (error) {
    stopped.abort();
    await Promise.allSettled(lanes); // so that no lane writes after the sweep
    throw error;
  }
}

async function json<Value>(address: string, signal?: AbortSignal): Promise<Value> {
  return (await (await ask(address, signal)).json()) as Value;
}

async function ask(address: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache', headers: { [DOWNLOAD_HEADER]: '1' }, ...(signal ? { signal } : {}) });
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  return response;
}
