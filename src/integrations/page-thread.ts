/** One thread of page-threads.ts: reads the library together with the others, then renders pages that no other thread has taken, and writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, setEnvironmentData, workerData } from 'node:worker_threads';
import type { BaseApp } from 'astro/app';
import type { PathWithRoute, StaticPaths, StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { hasErrors } from '../flaws/flaw.ts';
import { PROGRAMS, type Compiled, type Said, type ThreadStart } from './page-threads.ts';
import { messageFrom, readAlong, readTogether, take } from './shared-reading.ts';

/** Where site.ts finds the library that was read for all threads. */
const LIBRARY = 'comity.library';
/** Paths taken at a time: neighbours ask for the same things, and no thread should wait long for another at the end. */
const HANDFUL = 16;

/** Astro's prerender entry, as far as it is used. */
interface App extends StaticPathsApp {
  setInternals: (internals: Compiled['internals']) => void;
  setOptions: (options: object) => void;
  render: BaseApp['render'];
}

const { read, ports, takenFiles, takenPaths } = workerData as ThreadStart;
const say = (said: Said): void => parentPort!.postMessage(said);

try {
  // The pages' programs are loaded while files are listed or the library is awaited.
  const programs = messageFrom<Compiled>(parentPort!).then(load);
  const found = read ? await readTogether(read.root, read.shown, ports, new Int32Array(takenFiles)) : await readAlong(ports[0]!, new Int32Array(takenFiles));
  if (read) say(found);
  if (!hasErrors(found.flaws)) {
    setEnvironmentData(LIBRARY, found);
    say({ done: await makePages(await programs) });
  }
} catch (error) {
  say({ failed: (error as Error).message });
} finally {
  for (const port of ports) port.close();
}

interface Programs {
  app: App;
  StaticPaths: typeof StaticPaths;
  compiled: Compiled;
}

async function load(compiled: Compiled): Promise<Programs> {
  const [{ app }, paths] = await Promise.all([import(pathToFileURL(join(compiled.out, PROGRAMS, compiled.entry)).href) as Promise<{ app: App }>, import('astro/runtime/prerender/static-paths.js')]);
  return { app, StaticPaths: paths.StaticPaths, compiled };
}

/** Renders and writes until every path is taken. */
async function makePages({ app, StaticPaths: Paths, compiled: { out, internals, settings } }: Programs): Promise<number> {
  app.setInternals(internals);
  app.setOptions({ settings, logger: { options: { destination: { write: () => true } } } });
  const paths = await new Paths(app).getAll();
  refuseTwins(paths);
  const taken = new Int32Array(takenPaths);
  let made = 0;
  for (let first = take(taken, HANDFUL); first < paths.length; first = take(taken, HANDFUL)) {
    const handful = paths.slice(first, first + HANDFUL);
    for (const path of handful) write(join(out, fileOf(path)), await render(app, path));
    made += handful.length;
    say({ made: handful.length });
  }
  return made;
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

/** Writes at once: handing a page to another thread of Node to be written costs more than writing it (measured: a tenth of all pages' time). */
function write(file: string, text: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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
