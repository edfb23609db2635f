/**
 * npm run check [-- PATH…] [--fix] [--json | --github] [--strict] [--today=DATE]
 *
 * Checks content/ (or COMITY_CONTENT), or only the files and folders named; a folder that holds laws/ or cases/ of its own is
 * checked as a content folder. Everything found is printed in one list; exit 1 where there is an error (with --strict: a warning).
 * --today (or COMITY_TODAY) is the day from which the age of records is counted, today unless given.
 * --fix first mends what is mechanical: byte order marks, line ends, the end of the last line, the order of keys.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { isWholeDate } from '../src/domain/date.ts';
import { hasErrors, nearest, type Flaw } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { checkFolder, fixFolder } from '../src/library/check.ts';
import { listFiles } from '../src/library/disk.ts';
import { COLLECTIONS } from '../src/schema/collections.ts';

const flag = { type: 'boolean', default: false } as const;

/** A content folder, with what of it is asked about. */
interface Job {
  root: string;
  shown: string;
  asked?: (path: string) => boolean;
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { fix: flag, json: flag, github: flag, strict: flag, today: { type: 'string' } } });
  const today = values.today ?? process.env['COMITY_TODAY'] ?? new Date().toISOString().slice(0, 10);
  if (!isWholeDate(today)) throw new Error(`Unexpected --today=${today}, expected a day such as 2026-11-23`);
  const jobs = jobsFor(positionals);
  const start = performance.now();
  const flaws: Flaw[] = [];
  let files = 0;
  for (const { root, shown, asked } of jobs) {
    if (values.fix) for (const path of fixFolder(root, shown, asked)) console.error(`mended ${path}`);
    const checked = checkFolder(root, shown, asked, today);
    flaws.push(...checked.flaws);
    files += checked.files;
  }
  const voice = values.json ? 'json' : values.github ? 'github' : 'terminal';
  if (flaws.length > 0 || values.json) console.log(report(flaws, voice));
  console.error(`check: ${files} ${files === 1 ? 'file' : 'files'} in ${((performance.now() - start) / 1000).toFixed(1)} s: ${summary(flaws)}`);
  if (hasErrors(flaws) || (values.strict && flaws.some(({ level }) => level === 'warning'))) process.exitCode = 1;
} catch (error) {
  console.error(`check: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** Paths → content folders to check. Without a path, the library's own. */
function jobsFor(paths: readonly string[]): Job[] {
  const shown = (process.env['COMITY_CONTENT'] ?? 'content').replace(/\/+$/, '');
  const root = resolve(shown);
  if (paths.length === 0) {
    if (!existsSync(root)) throw new Error(`the content folder ${shown} is not there`);
    return [{ root, shown }];
  }
  const own: string[] = [];
  const jobs: Job[] = [];
  for (const path of paths) {
    const target = [resolve(path), resolve(process.env['INIT_CWD'] ?? '.', path), join(root, path)].find((candidate) => existsSync(candidate));
    if (target === undefined) throw new Error(notThere(path, root, shown));
    const below = relative(root, target).split(sep).join('/');
    if (below === '') jobs.push({ root, shown });
    else if (!below.startsWith('..')) own.push(below);
    else if (Object.keys(COLLECTIONS).some((folder) => existsSync(join(target, folder)))) jobs.push({ root: target, shown: path.replace(/\/+$/, '') });
    else throw new Error(`${path} is not below ${shown}, and is no content folder itself (it holds no ${Object.keys(COLLECTIONS).join('/, no ')}/)`);
  }
  if (own.length > 0) jobs.push({ root, shown, asked: (path) => own.some((asked) => path === asked || path.startsWith(`${asked}/`)) });
  return jobs;
}

function notThere(path: string, root: string, shown: string): string {
  const plain = path.replace(/^\.\//, '');
  const wanted = plain.startsWith(`${shown}/`) ? plain.slice(shown.length + 1) : plain;
  const suggestion = nearest(wanted, listFiles(root, shown).files.map((file) => file.path));
  return `${path} is not there.${suggestion === undefined ? ` Name a file or folder below ${shown}/, such as ${shown}/laws/un.` : ` Did you mean ${shown}/${suggestion}?`}`;
}
