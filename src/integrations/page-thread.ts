/** One thread of page-threads.ts: reads the library or is sent it, then renders pages that no other thread has taken, and writes them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, setEnvironmentData, workerData, type MessagePort } from 'node:worker_threads';
import type { BaseApp } from 'astro/app';
import type { PathWithRoute, StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { hasErrors, type Flaw } from '../flaws/flaw.ts';
import type { Library } from '../library/library.ts';
import { readLibrary } from '../library/read.ts';
import { PROGRAMS, type Compiled, type Said, type ThreadStart } from './page-threads.ts';

/** Where site.ts finds the library that was read for all threads. */
const LIBRARY = 'comity.library';
/** Paths taken at a time: neighbours ask for the same things, and no thread should wait long for another at the end. */
const HANDFUL = 16;
/** Pages being written while the next is rendered. */
const UNDER_WAY = 16;

interface Read {
  library: Library;
  flaws: Flaw[];
}

/** Astro's prerender entry, as far as it is used. */
interface App extends StaticPathsApp {
  setInternals: (internals: Compiled['internals']) => void;
  setOptions: (options: object) => void;
  render: BaseApp['render'];
}

const { read, ports, next } = workerData as ThreadStart & { ports: MessagePort[] };
const taken = new Int32Array(next);
const say = (said: Said): void => parentPort!.postMessage(said);

try {
  const compiled = messageFrom<Compiled>(parentPort!);
  const found = read ? readAndShare(read) : await messageFrom<Read>(ports[0]!);
  if (!hasErrors(found.flaws)) {
    setEnvironmentData(LIBRARY, found);
    say({ done: await makePages(await compiled) });
  }
} catch (error) {
  say({ failed: (error as Error).message });
} finally {
  for (const port of ports) port.close();
}

function readAndShare({ root, shown }: NonNullable<ThreadStart['read']>): Read {
  const found = readLibrary(root, shown);
  say(found);
  for (const port of ports) port.postMessage(found);
  return found;
}

function messageFrom<Message>(port: MessagePort): Promise<Message> {
  return new Promise((received) => port.once('message', received));
}

/** Renders and writes until every path is taken. */
async function makePages({ entry, out, internals, settings }: Compiled): Promise<number> {
  const [{ app }, { StaticPaths }] = await Promise.all([import(pathToFileURL(join(out, PROGRAMS, entry)).href) as Promise<{ app: App }>, import('astro/runtime/prerender/static-paths.js')]);
  app.setInternals(internals);
  app.setOptions({ settings, logger: { options: { destination: { write: () => true } } } });
  const paths = await new StaticPaths(app).getAll();
  refuseTwins(paths);
  const writing = new Set<Promise<void>>();
  let made = 0;
  for (let first = take(); first < paths.length; first = take()) {
    const handful = paths.slice(first, first + HANDFUL);
    for (const path of handful) {
      const file = join(out, fileOf(path));
      const text = await render(app, path);
      if (writing.size >= UNDER_WAY) await Promise.race(writing);
      const written: Promise<void> = write(file, text).finally(() => writing.delete(written));
      writing.add(written);
    }
    made += handful.length;
    say({ made: handful.length });
  }
  await Promise.all(writing);
  return made;
}

/** Number of the first path of a handful that no thread has. */
function take(): number {
  return Atomics.add(taken, 0, HANDFUL);
}

async function render(app: App, { pathname, route }: PathWithRoute): Promise<Uint8Array> {
  const address = new URL(`${app.manifest.base.replace(/\/$/, '')}/${pathname.replace(/^\//, '')}${route.type === 'page' && !pathname.endsWith('/') ? '/' : ''}`, app.manifest.site ?? 'http://localhost');
  try {
    const response = await app.render(new Request(address), { routeData: route });
    if (response.status >= 300 && response.status !== 404) throw new Error(`it was answered with ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`${pathname} could not be made: ${(error as Error).message}`, { cause: error });
  }
}

/** Making a folder waits for the disk as much as writing a page does. */
async function write(file: string, text: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** File of a page below the site's folder: a folder's index, but for the one page that every server looks for by name. */
function fileOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/** Two pages at one address would be whichever was written last. */
function refuseTwins(paths: readonly PathWithRoute[]): void {
  const routes = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const address = pathname.replace(/\/$/, '');
    const twin = routes.get(address);
    if (twin !== undefined) throw new Error(`Two pages have the address ${address}: of ${twin} and of ${route.component}.`);
    routes.set(address, route.component);
  }
}
