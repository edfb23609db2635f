/**
 * Builds the public library: read and check, pages and search index side by side, gate, and only then put in place.
 *
 * Everything is made in a stage beside the output. A build that fails leaves the last good output as it was; a leak found by the
 * gate is the one exception: then nothing is left standing, because the last output may hold it too.
 *
 * Environment: COMITY_CONTENT (folder of records), COMITY_OUT (output folder), COMITY_BASE (path the site is served under),
 * COMITY_SITE (origin), COMITY_SKIP (steps left out, for benchmarks: `search`).
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { loadFingerprints, scan } from '../src/gate/gate.ts';
import { readLibrary } from '../src/library/read.ts';
import { PROJECT, runNode } from './process.ts';

const content = process.env['COMITY_CONTENT'] ?? 'content';
const output = resolve(process.env['COMITY_OUT'] ?? 'dist');
const stage = join(dirname(output), `.${basename(output)}.stage-${process.pid}`);
const skipped = new Set((process.env['COMITY_SKIP'] ?? '').split(',').filter((step) => step !== ''));
const started = performance.now();

refuseOutput();
process.on('exit', () => rmSync(stage, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

readRecords();
mkdirSync(dirname(stage), { recursive: true });
const environment = { COMITY_CONTENT: resolve(content), COMITY_STAGE: stage };
const index = `${stage}-search`;
try {
  await Promise.all([pages(environment), skipped.has('search') ? undefined : searchIndex(index)]);
  if (existsSync(index)) renameSync(index, join(stage, 'search-index'));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
} finally {
  rmSync(index, { recursive: true, force: true });
}
gate();
putInPlace();
say(`Done in ${seconds()}: ${output}`);

function readRecords(): void {
  if (!existsSync(content)) fail(`The content folder ${content} is not there. Set COMITY_CONTENT to the folder that holds laws/, cases/ …`);
  const { library, flaws } = readLibrary(resolve(content), content);
  if (flaws.length > 0) console.error(`${report(flaws.slice(0, 2000), 'terminal')}\n${summary(flaws)}`);
  if (hasErrors(flaws)) fail(`Nothing was built, and ${output} is as it was.`);
  say(`Read ${library.laws.size} laws and treaties, ${library.cases.size} cases, ${library.states.size} States.`);
}

async function pages(environment: Record<string, string>): Promise<void> {
  let count = 0;
  await runNode(['node_modules/astro/bin/astro.mjs', 'build'], {
    environment: { ...environment, NODE_OPTIONS: '--max-old-space-size=1500', FORCE_COLOR: '0', NO_COLOR: '1' },
    onLine: (line) => {
      if (!/[├└]─/.test(line)) return;
      count++;
      if (count % 1000 === 0) say(`${count} pages …`);
    },
  });
  say(`${count} pages.`);
}

async function searchIndex(folder: string): Promise<void> {
  if (!existsSync(join(PROJECT, 'scripts/search-index.ts'))) return;
  await runNode(['scripts/search-index.ts', resolve(content), folder], { environment: {}, onLine: (line) => say(line) });
}

function gate(): void {
  const flaws = scan(stage, loadFingerprints(PROJECT), basename(output));
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
  const old = `${stage}-old`;
  if (existsSync(output)) renameSync(output, old);
  renameSync(stage, output);
  rmSync(old, { recursive: true, force: true });
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
