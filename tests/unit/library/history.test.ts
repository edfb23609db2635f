import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog, recordOf, type History } from '../../../src/library/history.ts';

let place: string;
let repository: string;

function git(folder: string, command: string[], date = ''): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, '-c', 'user.name=Editor', '-c', 'user.email=editor@library.example', '-c', 'commit.gpgsign=false', ...command], { encoding: 'utf8', env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function commit(date: string, subject: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  git(repository, ['add', '.'], date);
  git(repository, ['commit', '-qm', subject], date);
}

/** What scripts/changes.ts writes for a content folder. */
function historyOf(content: string): { history: History; text: string; words: string } {
  const out = join(place, 'changes.json');
  const { status, stdout } = spawnSync(process.execPath, [resolve('scripts/changes.ts'), out], { encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: content } });
  expect(status).toBe(0);
  const text = readFileSync(out, 'utf8');
  return { history: JSON.parse(text) as History, text, words: stdout };
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'comity-history-'));
  repository = join(place, 'library');
  mkdirSync(repository);
  git(repository, ['init', '-q', '-b', 'main']);
  commit('2026-01-05T10:00:00+03:00', 'Kenya: first Act', { 'content/laws/ke/act/2010/8/eng.md': 'one', 'README.md': 'x' });
  commit('2026-02-06T10:00:00Z', 'Only the code', { 'README.md': 'y' });
  commit('2026-03-07T10:00:00Z', 'Tajik “case”; in French too', { 'content/cases/tj/judgment/2020/дело/eng.md': 'one', 'content/laws/ke/act/2010/8/fra.md': 'un' });
  commit('2026-04-08T10:00:00Z', 'A State', { 'content/states/ke.md': 'x', 'content/reviews.yaml': '' });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('what changed', () => {
  it('is told of records, not of files: a translation amends the record it translates', () => {
    expect(recordOf('laws/ke/act/2010/8/eng@2012-05-01.md')).toBe('laws/ke/act/2010/8');
    expect(recordOf('manuals/int/doc/manual/2026/mla/eng/01-scope.mdx')).toBe('manuals/int/doc/manual/2026/mla');
    expect(recordOf('reviews.yaml')).toBeUndefined();
    const { history } = historyOf(join(repository, 'content'));
    expect(history).toEqual({
      known: 'all',
      commits: [
        { hash: expect.stringMatching(/^[0-9a-f]{10}$/), date: '2026-04-08T10:00:00Z', subject: 'A State', added: ['states/ke'], amended: [] },
        { hash: expect.any(String), date: '2026-03-07T10:00:00Z', subject: 'Tajik “case”; in French too', added: ['cases/tj/judgment/2020/дело'], amended: ['laws/ke/act/2010/8'] },
        { hash: expect.any(String), date: '2026-01-05T07:00:00Z', subject: 'Kenya: first Act', added: ['laws/ke/act/2010/8'], amended: [] },
      ],
    });
  });

  it('is the same from the same commit, byte for byte, in another clone', () => {
    const clone = join(place, 'clone');
    git(place, ['clone', '-q', repository, clone]);
    expect(historyOf(join(clone, 'content')).text).toBe(historyOf(join(repository, 'content')).text);
  });

  it('from a shallow clone says how far back it knows, and calls nothing new that may be old', () => {
    const shallow = join(place, 'shallow');
    git(place, ['clone', '-q', '--depth', '2', `file://${repository}`, shallow]);
    const { history, words } = historyOf(join(shallow, 'content'));
    expect(history.known).toBe('shallow');
    expect(history.since).toBe('2026-03-07T10:00:00Z');
    expect(history.commits.map(({ added, amended }) => ({ added, amended }))).toEqual([{ added: ['states/ke'], amended: [] }]);
    expect(words).toContain('knows nothing before 2026-03-07');
  });

  it('is not known where there is no repository, and no build fails of it', () => {
    const bare = join(place, 'bare');
    mkdirSync(bare);
    expect(historyOf(bare).history).toEqual({ known: 'none', commits: [] });
    expect(historyOf(join(place, 'missing')).history).toEqual({ known: 'none', commits: [] });
  });

  it('lists commits of one second in the order of git', () => {
    const line = (hash: string, record: string): string => `\u0001${hash.repeat(40)}\u00022026-01-01T00:00:00Z\u0002${hash}\0\nA\0states/${record}.md\0`;
    expect(readLog(line('a', 'fr') + line('b', 'es')).commits.map(({ subject }) => subject)).toEqual(['b', 'a']);
  });
});
