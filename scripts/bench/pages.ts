/** Pages alone: every law with the full layout and its lists in six languages, against Hugo with title and body. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes, ratio, seconds, type Row } from './table.ts';
import { inTurn, type Measure, type Workbench } from './workbench.ts';

/** Builds this library's pages from a content folder; the output is removed afterwards. */
export async function buildPages(bench: Workbench, content = bench.content): Promise<Measure> {
  const output = join(bench.folder, 'pages');
  const measure = await bench.run([process.execPath, 'scripts/build.ts'], { COMITY_CONTENT: content, COMITY_OUT: output, COMITY_SKIP: 'search' });
  rmSync(output, { recursive: true, force: true });
  return measure;
}

export async function buildHugo(bench: Workbench): Promise<Measure> {
  rmSync(join(bench.hugo!, 'public'), { recursive: true, force: true });
  return bench.run(['hugo', '--quiet'], {}, bench.hugo!);
}

export async function benchPages(bench: Workbench): Promise<Row[]> {
  console.error(`Pages of ${bench.laws} laws, in turn with Hugo …`);
  const { left, right } = await inTurn(3, () => buildPages(bench), bench.hugo ? () => buildHugo(bench) : undefined);
  return [
    { what: `comity, pages of ${bench.laws} laws`, 'wall (median of 3)': seconds(left.seconds), 'largest process': megabytes(left.largest), 'all processes': megabytes(left.together), ratio: ratio(left.seconds, right?.seconds), target: '2.00 ×, 1000 MB' },
    ...(right ? [{ what: 'hugo', 'wall (median of 3)': seconds(right.seconds), 'largest process': megabytes(right.largest), 'all processes': megabytes(right.together), ratio: '1.00 ×', target: '' }] : []),
  ];
}
