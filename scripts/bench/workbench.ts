/** What the benchmarks share: the corpus in both layouts, and a way to run a command and see its time and memory. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT, runNode } from '../process.ts';

export interface Measure {
  /** Wall time in seconds. */
  seconds: number;
  /** Peak resident memory of the largest process of the command, in MB (10^6 bytes). */
  largest: number;
  /** Peak of the sum over all its processes, in MB. */
  together: number;
  /** What it printed. */
  output: string;
}

export interface Workbench {
  /** The corpus as content of this library. */
  content: string;
  /** A Hugo site over the same files; absent where Hugo is not installed. */
  hugo: string | undefined;
  laws: number;
  /** A folder for outputs. */
  folder: string;
  run: (command: readonly string[], environment?: Record<string, string>, cwd?: string) => Promise<Measure>;
  /** Makes Hugo's site over some of the files. */
  clear: () => void;
}

/** Brings the corpus into both layouts. Progress goes to standard error. */
export async function workbench(corpus: string): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'comity-bench-'));
  const content = join(folder, 'content');
  console.error('Importing the corpus …');
  await runNode(['scripts/import.ts', join(corpus, 'laws'), content, '--retrieved=2000-01-01'], { environment: {}, onLine: () => undefined });
  const hugo = spawnSync('hugo', ['version']).status === 0 ? hugoSite(corpus, join(folder, 'hugo')) : undefined;
  if (!hugo) console.error('Hugo is not installed (Debian: apt-get install hugo): figures are printed without their ratio.');
  return { content, hugo, laws: countFiles(join(content, 'laws')), folder, run, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The plainest Hugo site that shows title and body. */
function hugoSite(corpus: string, folder: string): string {
  mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
  cpSync(join(corpus, 'laws'), join(folder, 'content/laws'), { recursive: true });
  writeFileSync(join(folder, 'hugo.toml'), 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n');
  writeFileSync(join(folder, 'layouts/_default/single.html'), '<!doctype html><html lang="{{ .Params.language }}"><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>\n');
  return folder;
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

function run(command: readonly string[], environment: Record<string, string> = {}, cwd = PROJECT): Promise<Measure> {
  return new Promise((done, failed) => {
    const begun = performance.now();
    const [program, ...args] = command;
    const child = spawn(program!, args, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    let largest = 0;
    let together = 0;
    const sampler = setInterval(() => {
      const sizes = processTree(child.pid!).map(residentBytes);
      largest = Math.max(largest, ...sizes);
      together = Math.max(together, sizes.reduce((sum, size) => sum + size, 0));
    }, 50);
    child.on('error', failed);
    child.on('close', (code) => {
      clearInterval(sampler);
      if (code !== 0) failed(new Error(`${command.join(' ')} ended with ${code}:\n${output.join('').slice(-3000)}`));
      else done({ seconds: (performance.now() - begun) / 1000, largest: largest / 1e6, together: together / 1e6, output: output.join('') });
    });
  });
}

/** A process and its descendants, by /proc (Linux); the process alone elsewhere. */
function processTree(pid: number): number[] {
  const all = [pid];
  for (let index = 0; index < all.length; index++) {
    try {
      for (const task of readdirSync(`/proc/${all[index]}/task`)) {
        const children = readFileSync(`/proc/${all[index]}/task/${task}/children`, 'utf8').trim();
        if (children !== '') all.push(...children.split(' ').map(Number));
      }
    } catch {
      // The process has ended, or there is no /proc.
    }
  }
  return all;
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Middle of several measures, by time. */
export function median(measures: readonly Measure[]): Measure {
  return measures.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(measures.length / 2)]!;
}

/** Runs two commands in turn, so that both see the machine at its best and worst. */
export async function inTurn(times: number, left: () => Promise<Measure>, right: (() => Promise<Measure>) | undefined): Promise<{ left: Measure; right: Measure | undefined }> {
  const lefts: Measure[] = [];
  const rights: Measure[] = [];
  for (let turn = 0; turn < times; turn++) {
    lefts.push(await left());
    if (right) rights.push(await right());
    console.error(`  ${turn + 1} of ${times}: ${lefts.at(-1)!.seconds.toFixed(1)} s${right ? ` and ${rights.at(-1)!.seconds.toFixed(1)} s` : ''}`);
  }
  return { left: median(lefts), right: right ? median(rights) : undefined };
}
