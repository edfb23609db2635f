/** How time and memory grow with the number of laws: the same corpus, every n-th law. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPages } from './pages.ts';
import { megabytes, seconds, type Row } from './table.ts';
import type { Workbench } from './workbench.ts';

export async function benchGrowth(bench: Workbench): Promise<Row[]> {
  const files = readdirSync(join(bench.content, 'laws'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const rows: Row[] = [];
  let first: number | undefined;
  for (const share of [1000 / files.length, 3000 / files.length, 1]) {
    const wanted = files.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
    const content = join(bench.folder, 'part');
    for (const file of wanted) {
      const target = file.replace(bench.content, content);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(file, target);
    }
    console.error(`Pages of ${wanted.length} laws …`);
    const measure = await buildPages(bench, content);
    rmSync(content, { recursive: true, force: true });
    const perLaw = (measure.seconds / wanted.length) * 1000;
    first ??= perLaw;
    rows.push({ laws: String(wanted.length), wall: seconds(measure.seconds), 'per law': `${perLaw.toFixed(2)} ms`, 'largest process': megabytes(measure.largest), 'per law, against the first row': `${(perLaw / first).toFixed(2)} ×` });
  }
  return rows;
}
