/** Pages and search index together, against Hugo and then the pagefind CLI over its output. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildHugo } from './pages.ts';
import { megabytes, ratio, seconds, type Row } from './table.ts';
import { inTurn, type Measure, type Workbench } from './workbench.ts';

export async function benchIndex(bench: Workbench): Promise<Row[]> {
  console.error('Pages and search index …');
  const output = join(bench.folder, 'whole');
  const ours = async (): Promise<Measure> => {
    const measure = await bench.run([process.execPath, 'scripts/build.ts'], { COMITY_CONTENT: bench.content, COMITY_OUT: output, COMITY_SKIP: 'pdf' });
    rmSync(output, { recursive: true, force: true });
    return measure;
  };
  const theirs = async (): Promise<Measure> => {
    const pages = await buildHugo(bench);
    const index = await bench.run([process.execPath, 'node_modules/pagefind/lib/runner/bin.cjs', '--site', join(bench.hugo!, 'public')]);
    return { seconds: pages.seconds + index.seconds, largest: Math.max(pages.largest, index.largest), together: Math.max(pages.together, index.together), output: '' };
  };
  const { left, right } = await inTurn(2, ours, bench.hugo ? theirs : undefined);
  return [
    { what: 'comity, pages + index', 'wall (median of 2)': seconds(left.seconds), 'largest process': megabytes(left.largest), 'all processes': megabytes(left.together), ratio: ratio(left.seconds, right?.seconds), target: '1.10 ×' },
    ...(right ? [{ what: 'hugo + pagefind CLI', 'wall (median of 2)': seconds(right.seconds), 'largest process': megabytes(right.largest), 'all processes': megabytes(right.together), ratio: '1.00 ×', target: '' }] : []),
  ];
}
