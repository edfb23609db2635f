/**
 * npm run bench -- CORPUS [pages|index|growth|search …] [--each=20] [--seed=1]
 *
 * Measures this library's commands on a folder of real laws against peers in the same run, and prints ratios. CORPUS holds `laws/<language>/*.md`
 * (and `queries.tsv` for search). Absolute times speak of one machine at one moment; only the ratios are worth keeping.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchGrowth } from './bench/growth.ts';
import { benchIndex } from './bench/index-build.ts';
import { benchPages } from './bench/pages.ts';
import { printTable } from './bench/table.ts';
import { workbench } from './bench/workbench.ts';
import { PROJECT, runNode } from './process.ts';

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [first, second, ...rest] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
// `npm run bench -- search CORPUS` reads as well as `npm run bench -- CORPUS search`.
const NAMES = ['pages', 'index', 'growth', 'search'];
const swapped = first !== undefined && NAMES.includes(first);
const corpus = resolve((swapped ? second : first) ?? '');
const wanted = (swapped ? [first, ...rest] : [second, ...rest]).filter((name): name is string => name !== undefined);
const names = wanted.length > 0 ? wanted : NAMES;

if ((swapped ? second : first) === undefined || !existsSync(join(corpus, 'laws'))) {
  console.error('Usage: npm run bench -- CORPUS [pages] [index] [growth] [search]\nCORPUS is a folder with laws/<language>/*.md.');
  process.exit(2);
}

const bench = await workbench(corpus);
try {
  if (names.includes('pages')) printTable('Pages alone: full layout here, title and body in Hugo', await benchPages(bench));
  if (names.includes('index')) printTable('Pages and search index, against Hugo and then the pagefind CLI', await benchIndex(bench));
  if (names.includes('growth')) printTable('Growth: more laws of the same corpus, pages alone', await benchGrowth(bench));
} finally {
  bench.clear();
}
if (names.includes('search')) {
  if (existsSync(join(PROJECT, 'scripts/bench-search.ts'))) await runNode(['scripts/bench-search.ts', corpus, ...options], { environment: {} });
}
