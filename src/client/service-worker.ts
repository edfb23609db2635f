/**
 * The service worker. Asks the network first; gives what is kept where the network does not answer. Nothing is kept but what the reader
 * chose: the shell since she switched it on, the sets she keeps, and the pages she opens if she said so.
 *
 * A new worker waits until she takes the update: it never skips ahead by itself. The manifest is written in front of this program by
 * scripts/offline.ts.
 */
import type { Entry } from '../search/format.ts';
import { cacheNames, DOWNLOAD_HEADER, readKept, sweep, type Kept } from './offline/store.ts';

declare const MANIFEST: { version: string; common: string[]; languages: Record<string, string[]> };

/** Pages kept because they were opened, and styles, scripts and fonts kept because a page used them. */
const OPENED = 200;
const SEEN = 80;
/** Opened files larger than this are not kept: a volume of 20 MB is kept on request only. */
const LARGEST = 4_000_000;
/** A network slower than this counts as none, where there is a copy. */
const PATIENCE = 4000;

const worker = self as unknown as ServiceWorkerGlobalScope;
const root = new URL('./', worker.location.href).href;
const names = cacheNames(root);
const shell = `${names.shell}${MANIFEST.version}`;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  const { data, ports } = event as ExtendableMessageEvent;
  // Only the offline page sends these, each on a click of the reader.
  if (data === 'update') void worker.skipWaiting();
  if (data === 'language') event.waitUntil(install().then(() => ports[0]?.postMessage('kept'), () => ports[0]?.postMessage('failed')));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || !address.href.startsWith(root) || request.headers.has(DOWNLOAD_HEADER)) return;
  const path = address.href.slice(root.length).replace(/[?#].*$/, '');
  if (path.startsWith('assets/')) event.respondWith(asset(request));
  else if (path === 'search-index/languages.json') event.respondWith(fetch(request).catch(keptLanguages));
  else if (path.startsWith('search-index/')) event.respondWith(keptCopy(request).then((copy) => copy ?? fetch(request)));
  else if (!path.startsWith('offline/')) event.respondWith(page(event, path));
});

async function install(): Promise<void> {
  const { languages } = await readKept(root);
  const files = [...MANIFEST.common, ...languages.flatMap((language) => MANIFEST.languages[language] ?? [])];
  const cache = await caches.open(shell);
  await Promise.all(
    files.map(async (file) => {
      if (await cache.match(root + file)) return;
      const response = await fetch(root + file, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(root + file, response);
    }),
  );
}

/** Old shells go. Pages opened under them keep the styles and scripts they were made with. */
async function activate(): Promise<void> {
  const seen = await caches.open(names.seen);
  for (const name of await caches.keys()) {
    if (!name.startsWith(names.shell) || name === shell) continue;
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (request.url.startsWith(`${root}assets/`)) await seen.put(request, (await old.match(request))!);
    }
    await caches.delete(name);
  }
  await trim(seen, SEEN);
  await sweep(root);
  await worker.clients.claim();
}

/** A page or file: from the network; where that fails, or is slow and there is a copy, the copy; else the offline page in place of a page. */
async function page(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const late = Symbol('late');
  const answer = fetch(request);
  const first = await Promise.race([answer.catch(() => late), new Promise<typeof late>((done) => setTimeout(() => done(late), PATIENCE))]);
  if (first instanceof Response) {
    if (request.mode === 'navigate' && first.ok && first.type === 'basic' && !first.redirected) {
      const copy = first.clone();
      event.waitUntil(keepOpened(request.url, copy).catch(() => {})); // a full disk must not cost the page
    }
    return first;
  }
  const copy = await keptCopy(request);
  if (copy) return copy;
  return answer.catch(async (error: Error) => {
    if (request.mode !== 'navigate') throw error;
    return (await offlinePage(path.split('/')[0]!)) ?? Response.error();
  });
}

/** Styles, scripts and fonts carry a digest in their names: a copy is as good as the file. */
async function asset(request: Request): Promise<Response> {
  const copy = await keptCopy(request);
  if (copy) return copy;
  const response = await fetch(request);
  if (response.ok && (await readKept(root)).opened) {
    const seen = await caches.open(names.seen);
    await seen.put(request.url, response.clone()).then(() => trim(seen, SEEN)).catch(() => {});
  }
  return response;
}

/** The copy of a file in any cache: the newest set first. What follows `?` is the page's own business. */
async function keptCopy({ url }: Request): Promise<Response | undefined> {
  const address = url.replace(/[?#].*$/, '');
  const { sets } = await readKept(root);
  const asset = address.startsWith(`${root}assets/`);
  const places = [shell, ...sets.map((set) => (asset ? set.assets : set.cache)).reverse(), asset ? names.seen : names.opened];
  for (const place of new Set(places)) {
    const found = await caches.match(address, { cacheName: place, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Without the network the search knows the languages whose index is kept, and of other languages the parts that kept sets have brought. */
async function keptLanguages(): Promise<Response> {
  const { sets } = await readKept(root);
  const entry: Entry = {};
  for (const { search } of sets) for (const [tag, whole] of Object.entries(search ?? {})) entry[tag] = { ...whole, kept: sets.filter((set) => set.search?.[tag]).map(({ title }) => title) };
  for (const { parts, title } of sets) {
    for (const [tag, files] of Object.entries(parts ?? {})) {
      if (entry[tag] && !entry[tag].parts) continue;
      const part = (entry[tag] ??= { folder: '', documents: 1, parts: [], kept: [] });
      part.parts!.push(...files.map((file) => file.replace('search-index/', '')).filter((file) => !part.parts!.includes(file)));
      if (!part.kept!.includes(title)) part.kept!.push(title);
    }
  }
  return Object.keys(entry).length > 0 ? Response.json(entry) : Response.error();
}

async function offlinePage(language: string): Promise<Response | undefined> {
  const { languages }: Kept = await readKept(root);
  for (const tag of [language, ...languages]) {
    const found = await caches.match(`${root}${tag}/offline/`, { cacheName: shell });
    if (found) return found;
  }
  return undefined;
}

async function keepOpened(url: string, response: Response): Promise<void> {
  if (!(await readKept(root)).opened || Number(response.headers.get('content-length') ?? 0) > LARGEST) return;
  const address = url.replace(/[?#].*$/, '');
  const opened = await caches.open(names.opened);
  await opened.delete(address); // the page opened last stands last
  await opened.put(address, response);
  await trim(opened, OPENED);
}

async function trim(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}
