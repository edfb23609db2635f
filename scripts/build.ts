/**
 * Builds the public library: history and printed volumes, then pages, search index and check side by side, what can be kept offline, gate,
 * and only then put in place.
 *
 * Everything is made in a stage beside the output. A build that fails leaves the last good output as it was; a leak found by the
 * gate is the one exception: then nothing is left standing, because the last output may hold it too.
 *
 * Environment: COMITY_CONTENT (folder of records), COMITY_OUT (output folder), COMITY_BASE (path the site is served under),
 * COMITY_SITE (origin), COMITY_REPOSITORY (address of the repository on its forge, for links to commits), COMITY_SKIP (steps left out, for benchmarks: `search`, `pdf`).
 */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { scanSideBySide } from '../src/gate/side-by-side.ts';
import { CompiledPages } from '../src/integrations/compiled-pages.ts';
import { PageThreads } from '../src/integrations/page-threads.ts';
import { writeOffline } from './offline.ts';
import { PROJECT, runNode } from './process.ts';

const content = process.env['COMITY_CONTENT'] ?? 'content';
const output = resolve(process.env['COMITY_OUT'] ?? 'dist');
// Stages stand inside the project: outside of it Astro would put the programs of all its processes into one folder.
const workshop = join(PROJECT, '.cache', `build-${process.pid}`);
const stage = join(workshop, 'site');
const index = join(workshop, 'search');
const volumes = join(workshop, 'printed.json');
const changes = join(workshop, 'changes.json');
const skipped = new Set((process.env['COMITY_SKIP'] ?? '').split(',').filter((step) => step !== ''));
const started = performance.now();
const stopped = new AbortController();
/** Threads that make pages: one a processor, and two at most, because each has its own copy of the library and of the pages' programs. */
const THREADS = Math.max(1, Math.min(2, availableParallelism()));
refuseOutput();
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

if (!existsSync(content)) fail(`The content folder ${content} is not there. Set COMITY_CONTENT to the folder that holds laws/, cases/ …`);
mkdirSync(workshop, { recursive: true });
// The pages read these, on their threads too.
Object.assign(process.env, { COMITY_CONTENT: resolve(content), COMITY_CHANGES: changes, COMITY_PRINTED: volumes });
const threads = new PageThreads({ root: resolve(content), shown: content }, THREADS, progress());
await runNode(['scripts/changes.ts', changes], { environment: { COMITY_CONTENT: resolve(content) }, onLine: (line) => say(line) });
await printed().catch((error: Error) => fail(error.message));
const steps = [checkRecords(), pages(), ...(skipped.has('search') ? [] : [searchIndex()])];
try {
  await Promise.all(steps);
} catch (error) {
  stopped.abort();
  await threads.end();
  fail((error as Error).message);
}
await threads.end();
if (existsSync(index)) renameSync(index, join(stage, 'search-index'));
await printed(stage);
await offline().catch((error: Error) => fail(error.message));
await gate();
putInPlace();
say(`Done in ${seconds()}: ${output}`);

/** Says what is wrong with the records, all at once; with an error nothing is built. */
async function checkRecords(): Promise<void> {
  const { library, flaws } = await threads.library;
  if (flaws.length > 0) console.error(`${report(flaws.slice(0, 2000), 'terminal')}\n${summary(flaws)}`);
  if (hasErrors(flaws)) throw new Error(`Nothing was built, and ${output} is as it was.`);
  say(`Read ${library.laws.size} laws and treaties, ${library.cases.size} cases, ${library.states.size} States.`);
}

async function pages(): Promise<void> {
  Object.assign(process.env, { COMITY_STAGE: stage });
  const known = new CompiledPages(PROJECT);
  const compiled = known.restore(stage);
  if (compiled) await threads.renderAgain(compiled);
  else {
    const { build } = await import('astro'); // only now: it takes its time, and the library is being read already
    await build({ root: PROJECT, integrations: [threads.integration((made) => known.keep(made))], logLevel: 'warn' });
  }
  say(compiled ? 'Pages made, as compiled before.' : 'Pages made.');
}

function progress(): (pages: number) => void {
  let said = 0;
  return (made) => {
    if (made - said < 1000) return;
    said = made - (made % 1000);
    say(`${said} pages …`);
  };
}

/** Printed volumes: made first, so that pages can say which there are; copied in when the pages stand. */
async function printed(folder?: string): Promise<void> {
  if (skipped.has('pdf')) return;
  await runNode(['scripts/pdf.ts', volumes, ...(folder === undefined ? [] : ['--copy', folder])], { environment: { COMITY_CONTENT: resolve(content), COMITY_CHANGES: changes }, onLine: (line) => say(line) });
}

/** The index, in a process of its own: it needs as much memory as the pages. */
async function searchIndex(): Promise<void> {
  const { library, flaws } = await threads.library;
  if (hasErrors(flaws)) return;
  const read = join(workshop, 'library');
  writeFileSync(read, serialize(library));
  await runNode(['scripts/search-index.ts', resolve(content), index, read], { environment: {}, signal: stopped.signal, onLine: (line) => say(line) });
}

/** What readers can keep on their devices: made of the files as they will be served. */
async function offline(): Promise<void> {
  const { sets, shell } = await writeOffline(stage, (await threads.library).library);
  say(`Offline: ${sets} sets to keep, shell of ${(shell / 1e6).toFixed(2)} MB.`);
}

async function gate(): Promise<void> {
  const flaws = await scanSideBySide(stage, PROJECT, basename(output));
  if (!hasErrors(flaws)) {
    say('The gate found nothing restricted.');
    return;
  }
  console.error(report(flaws, 'terminal'));
  rmSync(output, { recursive: true, force: true });
  fail(`The gate refused the build (${summary(flaws)}). Nothing is published: ${output} was removed too, since it may hold the same.`);
}

/** The old output gives way in one rename, so that a server never sees half a site. */
function putInPlace(): void {
  const beside = join(dirname(output), `.${basename(output)}.${process.pid}`);
  const [fresh, old] = [`${beside}.new`, `${beside}.old`];
  mkdirSync(dirname(output), { recursive: true });
  move(stage, fresh);
  if (existsSync(output)) renameSync(output, old);
  renameSync(fresh, output);
  rmSync(old, { recursive: true, force: true });
}

/** Renames a folder, or copies it where the target is on another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** A mistyped COMITY_OUT must never cost a folder that is not a build. */
function refuseOutput(): void {
  if (output === PROJECT || PROJECT.startsWith(`${output}/`)) fail(`COMITY_OUT is ${output}, which holds the project itself.`);
  if (existsSync(output) && !existsSync(join(output, '404.html'))) fail(`COMITY_OUT is ${output}, which exists and is no earlier build: choose a folder that does not exist.`);
}

function say(text: string): void {
  console.log(`${seconds().padStart(7)}  ${text}`);
}

function seconds(): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
