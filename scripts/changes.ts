/**
 * npm run changes [-- OUT]
 *
 * Asks git what became of the records of content/ (or COMITY_CONTENT) and writes it to .cache/changes.json, or OUT. Without git,
 * outside a repository, and in a shallow clone it writes what it can know and says so; it never fails a build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LOG_ARGUMENTS, readLog, type History } from '../src/library/history.ts';
import { PROJECT } from './process.ts';

const content = resolve(process.env['COMITY_CONTENT'] ?? 'content');
const out = resolve(process.argv[2] ?? join(PROJECT, '.cache', 'changes.json'));
const { history, words } = ask();
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify(history));
console.log(words);

function ask(): { history: History; words: string } {
  const none: History = { known: 'none', commits: [] };
  const inside = git('rev-parse', '--is-shallow-repository');
  if (inside === undefined) return { history: none, words: `History: none, because ${content} is in no git repository or git is missing.` };
  if (git('ls-files', '--', '.') === '') return { history: none, words: `History: none, because git does not keep ${content}.` };
  const boundary = inside.trim() === 'true' ? boundaryOf() : new Set<string>();
  const log = git(...LOG_ARGUMENTS);
  if (log === undefined) return { history: none, words: 'History: none, because git log failed.' };
  const history = readLog(log, boundary);
  const records = new Set(history.commits.flatMap(({ added, amended }) => [...added, ...amended]));
  const words = `History: ${history.commits.length} commits, ${records.size} records${history.known === 'shallow' ? `; a shallow clone, which knows nothing before ${history.since}` : ''}.`;
  return { history, words };
}

/** Commits whose parents a shallow clone does not have. */
function boundaryOf(): Set<string> {
  const file = git('rev-parse', '--git-path', 'shallow')?.trim();
  const path = file === undefined ? undefined : resolve(content, file);
  return new Set(path !== undefined && existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line !== '') : []);
}

/** Standard output, or undefined where git fails. Settings of the person who builds change nothing. */
function git(...command: string[]): string | undefined {
  if (!existsSync(content)) return undefined;
  const { status, stdout } = spawnSync('git', ['-C', content, '-c', 'core.quotePath=false', '-c', 'log.showSignature=false', '-c', 'log.mailmap=false', ...command], { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, LC_ALL: 'C' } });
  return status === 0 ? stdout : undefined;
}
