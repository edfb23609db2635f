/**
 * The edition without a network. The whole edition is fetched at once (all or nothing); after that the network comes first, so that a
 * reader sees the newest record and is asked for the password again, and what was kept answers only where there is no network.
 */
/** Set in the first line of the file by the build: a new edition is a new file, so browsers fetch it. */
declare const EDITION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `directory-${EDITION}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const response = await fetch('checksums.json', { cache: 'no-store' });
      if (!response.ok) throw new Error(`checksums.json: ${response.status}`);
      const { files } = (await response.json()) as { files: Record<string, string> };
      const cache = await caches.open(cacheName);
      // Pages for editing belong to one authority each and are not kept.
      const paths = Object.keys(files).filter((path) => !path.startsWith('edit/') && path !== 'service-worker.js');
      await cache.addAll(paths.map((path) => path.replace(/(?:^|\/)index\.html$/, (match) => (match.startsWith('/') ? '/' : './'))));
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
