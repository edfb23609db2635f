/** Pages alone: every law with the full layout and its lists in six languages, against Hugo with title and body. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes, ratio, seconds, type Row } from './table.ts';
import { inTurn, type Measure, type Workbench } from './workbench.ts';

/** Builds this library's pages from a content folder; the output is removed afterwards. */
export async function buildPages(bench: Workbench, content = bench.content): Promise<Measure> {
  const output = join(bench.folder, 'pages');
  const measure = await bench.run([process.execPath, 'scripts/build.ts'], { COMITY_CONTENT: content, COMITY_OUT: output, COMITY_SKIP: 'search,pdf' });
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
  const row = (what: string, wall: number): Row => ({ what, 'wall (median of 3)': seconds(wall), 'largest process': megabytes(left.largest), 'all processes': megabytes(left.together), ratio: ratio(wall, right?.seconds), target: '2.00 ×, 1000 MB' });
  return [
    row(`comity, pages of ${bench.laws} laws: read, checked, made`, secondsUntilPages(left)),
    { ...row('comity, the same and what may be kept offline and the gate, as it is published', left.seconds), target: '' },
    ...(right ? [{ what: 'hugo', 'wall (median of 3)': seconds(right.seconds), 'largest process': megabytes(right.largest), 'all processes': megabytes(right.together), ratio: '1.00 ×', target: '' }] : []),
  ];
}

/** When the pages stood, as the build says: what comes after them (the gate above all) has no counterpart in Hugo. */
function secondsUntilPages({ output }: Measure): number {
  const said = /^ *(?<seconds>\d+\.\d) s {2}Pages made[.,]/m.exec(output);
  if (!said) throw new Error('The build does not say when its pages were made.');
  return Number(said.groups!['seconds']);
}
