/**
 * node scripts/run.mjs scripts/bench-search.ts CORPUS [--each=20] [--seed=1]      (or: npm run bench -- search CORPUS)
 *
 * Builds the index of a corpus beside the pagefind CLI's, then asks it the queries of CORPUS/queries.tsv in a real Chromium, from the
 * page readers use, and prints what came first, what it cost and how long it took; then queries of the same kinds drawn from the texts.
 *
 * Tuning looked at the odd rows of queries.tsv (1st, 3rd, …) and at drawn queries of seed 7, and of phrases at other draws (seed 101 of
 * another generator); the even rows and other seeds are the test.
 */
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { createGzip, gunzipSync } from 'node:zlib';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { escapeHtml } from '../src/markdown/phrase.ts';
import { renderText } from '../src/markdown/text.ts';
import { bodyOf, readLibrary } from '../src/library/read.ts';
import { isoToTag } from '../src/domain/language.ts';
import type { Entry } from '../src/search/format.ts';
import { LanguageSearch } from '../src/search/language-search.ts';
import { chromiumPath } from '../tests/browser.mjs';
import { drawnQueries, listedQueries, type BenchQuery } from './bench/search-queries.ts';
import { megabytes, printTable, seconds, type Row } from './bench/table.ts';
import { workbench } from './bench/workbench.ts';
import { PROJECT, runNode } from './process.ts';

interface Outcome extends BenchQuery {
  /** Place of the first right document, from 1; 0 where it is not among the first ten. */
  place: number;
}

const option = (name: string, usual: number): number => Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const corpus = resolve(process.argv[2] ?? '');
if (process.argv[2] === undefined || !existsSync(join(corpus, 'laws'))) {
  console.error('Usage: npm run bench -- search CORPUS   (a folder with laws/<language>/*.md and queries.tsv)');
  process.exit(2);
}

const bench = await workbench(corpus);
const folder = mkdtempSync(join(tmpdir(), 'comity-search-'));
try {
  const site = join(folder, 'site');
  const { library } = readLibrary(bench.content);
  await indexes(site);
  await interfacePages(site);
  const tsv = join(corpus, 'queries.tsv');
  if (existsSync(tsv)) await inBrowser(site, listedQueries(readFileSync(tsv, 'utf8'), readFileSync(join(bench.content, 'import-map.tsv'), 'utf8')));
  await drawn(site, drawnQueries(library, option('each', 20), option('seed', 1)));

  /** The index, and the pagefind CLI's over the plainest pages of the same texts. */
  async function indexes(out: string): Promise<void> {
    console.error('Indexes …');
    mkdirSync(out, { recursive: true });
    const ours = await bench.run([process.execPath, 'scripts/search-index.ts', bench.content, join(out, 'search-index')]);
    const pages = join(folder, 'plain');
    for (const work of library.laws.values()) {
      for (const entry of work.expressions) {
        const path = join(pages, isoToTag(entry.expression.language), work.path, 'index.html');
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `<!doctype html><html lang="${isoToTag(entry.expression.language)}"><head><title>${escapeHtml(entry.data.title)}</title></head><body><main data-pagefind-body><h1>${escapeHtml(entry.data.title)}</h1>${renderText(bodyOf(library, entry), { dropTitle: true }).html}</main></body></html>`);
      }
    }
    const theirs = await bench.run([process.execPath, 'node_modules/pagefind/lib/runner/bin.cjs', '--site', pages]);
    printTable('Making the index (pagefind is given its pages ready made)', [
      { index: 'comity', wall: seconds(ours.seconds), 'all processes': megabytes(ours.together), size: megabytes(sizeOf(join(out, 'search-index')) / 1e6) },
      { index: 'pagefind CLI', wall: seconds(theirs.seconds), 'all processes': megabytes(theirs.together), size: megabytes(sizeOf(join(pages, 'pagefind')) / 1e6) },
    ]);
  }

  /** The pages of the interface, from the repository's own content; the index of the corpus takes the place of its index. */
  async function interfacePages(out: string): Promise<void> {
    console.error('Pages …');
    const stage = join(folder, 'stage');
    await runNode(['node_modules/astro/bin/astro.mjs', 'build'], { environment: { COMITY_STAGE: stage, COMITY_BASE: '', COMITY_CONTENT: resolve(PROJECT, 'content') }, onLine: () => undefined });
    renameSync(join(out, 'search-index'), join(stage, 'search-index'));
    renameSync(stage, `${out}-whole`);
    rmSync(out, { recursive: true, force: true });
    renameSync(`${out}-whole`, out);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  bench.clear();
}

/** Listed queries, in the page. Cold: a browser that has nothing; later: the same page goes on; warm: a new page, the browser's cache full. */
async function inBrowser(site: string, queries: BenchQuery[]): Promise<void> {
  console.error(`${queries.length} queries in Chromium …`);
  const server = serve(site);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const outcomes: Outcome[] = [];
  const first: Row[] = [];
  const later: number[] = [];
  const warm: number[] = [];
  for (const language of new Set(queries.map((query) => query.language))) {
    const own = queries.filter((query) => query.language === language);
    const context = await browser.newContext();
    let page = await context.newPage();
    const bytes = await countBytes(context, page);
    await page.goto(`${origin}/${language}/search/?q=${encodeURIComponent(own[0]!.query)}`, { waitUntil: 'load' });
    await settled(page, own[0]!.query);
    await page.waitForLoadState('networkidle');
    const { total, fonts } = bytes();
    first.push({ language, 'before first results': kilobytes(total), 'of that, fonts': kilobytes(fonts) });
    for (const query of own) {
      const before = bytes().total;
      await ask(page, query.query);
      if (query !== own[0]) {
        await page.waitForLoadState('networkidle');
        later.push(bytes().total - before);
      }
      outcomes.push({ ...query, place: (await addresses(page)).findIndex((address) => query.right.has(address)) + 1 });
    }
    await page.close();
    page = await context.newPage();
    await page.goto(`${origin}/${language}/search/?q=a1`, { waitUntil: 'load' });
    await settled(page, 'a1');
    for (const query of own) warm.push(await ask(page, query.query));
    await context.close();
  }
  await browser.close();
  server.close();
  printTable('Over the network before the first results (page, style, script, fonts, index)', first);
  printTable('Later queries', [
    { what: 'bytes of a later query, median', figure: kilobytes(median(later)), target: '80 kB' },
    { what: 'bytes of a later query, nine in ten below', figure: kilobytes(quantile(later, 0.9)), target: '' },
    { what: 'time to the results from a warm cache, median', figure: `${median(warm).toFixed(0)} ms`, target: '150 ms' },
    { what: 'time to the results from a warm cache, nine in ten below', figure: `${quantile(warm, 0.9).toFixed(0)} ms`, target: '' },
  ]);
  printTable('Listed queries: right document first, in the first ten', [
    ...shares(outcomes, 'all', () => 'all'),
    ...shares(outcomes, 'half', ({ row }) => (row % 2 === 1 ? 'odd rows (tuned on)' : 'even rows (not looked at)')),
    ...shares(outcomes, 'kind', ({ kind }) => kind),
    ...shares(outcomes, 'language', ({ language }) => language),
  ]);
  for (const { query, language, kind, place, row } of outcomes) if (place !== 1 && row % 2 === 1) console.log(`  ${place === 0 ? 'not in ten' : `place ${place}`}: ${language}, ${kind}: ${query}`);
}

/** Drawn queries, by the same code in Node: thousands take a minute. */
async function drawn(site: string, queries: BenchQuery[]): Promise<void> {
  console.error(`${queries.length} drawn queries …`);
  const entry = JSON.parse(readFileSync(join(site, 'search-index/languages.json'), 'utf8')) as Entry;
  const opened = new Map<string, LanguageSearch>();
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    let search = opened.get(query.language);
    if (!search) {
      const { folder: name } = entry[query.language]!;
      search = await LanguageSearch.open((file) => Promise.resolve(gunzipSync(readFileSync(join(site, 'search-index', name, `${file}.gz`)))));
      opened.set(query.language, search);
    }
    const results = await search.search(query.query);
    const place = (results?.hits.slice(0, 10) ?? []).findIndex(({ document }) => query.right.has(search.catalogue.addresses[document]!)) + 1;
    outcomes.push({ ...query, place });
  }
  printTable(`Drawn queries (seed ${option('seed', 1)})`, [...shares(outcomes, 'all', () => 'all'), ...shares(outcomes, 'kind', ({ kind }) => kind), ...shares(outcomes, 'language', ({ language }) => language)]);
}

/** Types a query and waits for its results; milliseconds from the key to the last result on the page. */
async function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (typed) =>
      new Promise<number>((done, failed) => {
        const sections = document.querySelector('[data-sections]')!;
        const status = document.querySelector('[data-status]')!;
        const begun = performance.now();
        const limit = setTimeout(() => failed(new Error(`No answer to ${typed}: ${status.textContent}`)), 20_000);
        const observer = new MutationObserver(() => {
          observer.disconnect();
          clearTimeout(limit);
          requestAnimationFrame(() => done(performance.now() - begun));
        });
        observer.observe(sections, { childList: true });
        document.querySelector<HTMLInputElement>('#q')!.value = typed;
        document.querySelector<HTMLFormElement>('[data-search]')!.requestSubmit();
      }),
    query,
  );
}

async function settled(page: Page, query: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-results]') !== null, undefined, { timeout: 30_000 }).catch(() => {
    throw new Error(`No results on the page for ${query}`);
  });
}

function addresses(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('ol[data-results] a[data-result]')].slice(0, 10).map((link) => new URL(link.href).pathname.slice(1)));
}

async function countBytes(context: BrowserContext, page: Page): Promise<() => { total: number; fonts: number }> {
  const client = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  let total = 0;
  let fonts = 0;
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total += encodedDataLength;
    if (kinds.get(requestId) === 'Font') fonts += encodedDataLength;
  });
  return () => ({ total, fonts });
}

/** A static host as they are: text packed on the way, files may be kept. */
function serve(site: string) {
  const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.gz': 'application/gzip' };
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(site, path, path.endsWith('/') ? 'index.html' : '');
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const type = types[extname(file)] ?? 'application/octet-stream';
    const packed = /text|json|svg/.test(type);
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600', ...(packed ? { 'content-encoding': 'gzip' } : {}) });
    if (packed) createReadStream(file).pipe(createGzip()).pipe(response);
    else createReadStream(file).pipe(response);
  });
}

function shares(outcomes: readonly Outcome[], name: string, group: (outcome: Outcome) => string): Row[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) groups.set(group(outcome), [...(groups.get(group(outcome)) ?? []), outcome]);
  const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, list]) => ({
    by: name === 'all' ? 'all' : `${name}: ${value}`,
    queries: String(list.length),
    first: percent(list.filter(({ place }) => place === 1).length, list.length),
    'first ten': percent(list.filter(({ place }) => place > 0).length, list.length),
  }));
}

function sizeOf(path: string): number {
  return statSync(path).isDirectory() ? readdirBytes(path) : statSync(path).size;
}

function readdirBytes(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
