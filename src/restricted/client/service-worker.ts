/**
 * The edition without a network, in one language. All of it is fetched at once (all or nothing); after that the network comes first, so
 * that a reader sees the newest record and is asked for the password again, and what was kept answers only where there is no network.
 */
/** Set in the first line of the file by the build: a new edition is a new file, so browsers fetch it. */
declare const EDITION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const language = new URL(worker.location.href).searchParams.get('language') ?? 'en';
const cacheName = `directory-${EDITION}-${language}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      // The pages of a language are one file: hundreds of requests would meet the server's limit on them.
      const pages = (await (await fetched(`packs/${language}.bin`)).json()) as Record<string, string>;
      const { files } = (await (await get('checksums.json')).json()) as { files: Record<string, string> };
      const cache = await caches.open(cacheName);
      await cache.addAll(Object.keys(files).filter((path) => path.startsWith('assets/')));
      for (const [path, text] of Object.entries(pages)) {
        const type = path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
        await cache.put(new URL(`./${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`, worker.location.href), new Response(text, { headers: { 'content-type': type } }));
      }
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match(event.request, { cacheName, ignoreSearch: true })) ?? new Response('Not kept on this device, and there is no network.', { status: 503, headers: { 'content-type': 'text/plain' } })),
  );
});

async function get(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** A packed file, unpacked. */
async function fetched(path: string): Promise<Response> {
  return new Response((await get(path)).body!.pipeThrough(new DecompressionStream('gzip')));
}
