import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFingerprints } from '../../../src/gate/fingerprint.ts';
import { scanHistory } from '../../../src/gate/history.ts';
import { EMAIL, FINGERPRINTS, ID, PHONE, RECORD, SALT, SENTENCE } from './record.ts';

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'gate-history-'));
  git('init', '--quiet', '--initial-branch=main');
  commit('First', { 'content/a.md': 'An Act about seizure.', 'src/page.ts': 'export const a = 1;' });
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

function git(...args: string[]): string {
  return execFileSync('git', ['-C', repository, '-c', 'user.name=Editor', '-c', 'user.email=editor@library.example', ...args], { encoding: 'utf8' });
}
function commit(message: string, files: Record<string, string | Uint8Array | null>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    if (content === null) rmSync(join(repository, path));
    else writeFileSync(join(repository, path), content);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}
const found = (): string => scanHistory(repository, FINGERPRINTS).flaws.map(({ place, actual }) => `${place.file} ${actual}`).join('\n');

describe('a git history that will be published', () => {
  it('passes where nothing restricted was ever committed', () => expect(found()).toBe(''));

  it('is caught by a sentence that was committed once and removed again', () => {
    commit('Notes', { 'content/note.md': `By the way: ${SENTENCE}` });
    commit('Remove notes', { 'content/note.md': null });
    expect(found()).toMatch(/^content\/note\.md@[0-9a-f]{12} a restricted sentence in the channel `git history › text file`/);
  });

  it('is caught by a number in a message, and by an address among the names', () => {
    git('commit', '--quiet', '--allow-empty', '--message', `Ring ${PHONE} about this`);
    expect(found()).toContain('a restricted phone in the channel `git history › commit message`');
    git('-c', `user.email=${EMAIL}`, 'commit', '--quiet', '--allow-empty', '--message', 'More');
    expect(found()).toContain('a restricted email in the channel `git history › commit message`');
  });

  it('is caught by what is packed in an old file, and by what stands in source code', () => {
    commit('Archive', { 'public/offline.zip': zipSync({ 'a.txt': strToU8(SENTENCE) }), 'src/page.ts': `// ${EMAIL}` });
    expect(found()).toContain('public/offline.zip');
    expect(found()).toContain('src/page.ts');
  });

  it('is caught by the id of a record as a file name', () => {
    commit('A file', { [`content/${ID}.md`]: 'Empty.' });
    expect(found()).toContain('a restricted id');
  });

  it('is caught in a merged branch and on other branches when they are published too', () => {
    git('checkout', '--quiet', '-b', 'side');
    commit('Side', { 'content/b.md': SENTENCE });
    git('checkout', '--quiet', 'main');
    expect(found()).toBe('');
    expect(scanHistory(repository, FINGERPRINTS, '--all').flaws).not.toEqual([]);
    git('merge', '--quiet', '--no-ff', '--message', 'Merge side', 'side');
    expect(found()).toContain('content/b.md');
  });

  it('is caught in one of two hundred commits, packed by git, within seconds', () => {
    // One stream instead of two hundred processes of git: every commit adds a file, the twentieth holds the sentence, the next takes it away.
    const commits = Array.from({ length: 200 }, (_, number) => {
      const text = number === 20 ? `Notes\n\n${SENTENCE}\n` : `An Act about seizure, part ${number}.\n`;
      const data = (content: string): string => `data ${Buffer.byteLength(content)}\n${content}\n`;
      return `commit refs/heads/long\ncommitter Editor <editor@library.example> ${1_700_000_000 + number} +0000\n${data(`Part ${number}`)}M 100644 inline content/${number}.md\n${data(text)}${number === 21 ? 'D content/20.md\n' : ''}\n`;
    });
    execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], { input: commits.join('') });
    git('gc', '--quiet');
    const begun = performance.now();
    const { flaws, commits: seen } = scanHistory(repository, FINGERPRINTS, 'long');
    expect([seen, flaws.map(({ place }) => place.file)]).toEqual([200, [expect.stringMatching(/^content\/20\.md@/)]]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('is caught whatever name a file had: under an earlier name, in another script, or told by another kind', () => {
    commit('A file', { 'content/b.md': 'Empty.', 'content/c.md': SENTENCE.replaceAll(' ', '<b> </b>') });
    git('mv', 'content/b.md', `content/${ID}.md`);
    git('commit', '--quiet', '--message', 'Rename');
    git('mv', `content/${ID}.md`, 'content/d.md');
    git('commit', '--quiet', '--message', 'Rename back');
    expect(found()).toContain(`content/${ID}.md@`);
    commit('Tab', { [`content/\t"${ID}"\n.md`]: 'Else.' });
    expect(found()).toMatch(/content\/\t"/);
  });

  it('is caught in what a commit carries beside its message, and in a tag', () => {
    const tree = git('rev-parse', 'HEAD^{tree}').trim();
    const raw = `tree ${tree}\nparent ${git('rev-parse', 'HEAD').trim()}\nauthor A <a@library.example> 1700000000 +0000\ncommitter A <a@library.example> 1700000000 +0000\nnote ${SENTENCE}\n\nMore\n`;
    const id = execFileSync('git', ['-C', repository, 'hash-object', '-t', 'commit', '-w', '--stdin'], { input: raw, encoding: 'utf8' }).trim();
    git('reset', '--quiet', '--hard', id);
    expect(found()).toContain('git history › commit message');
    git('reset', '--quiet', '--hard', `${id}^`);
    expect(found()).toBe('');
    git('tag', '--annotate', '--message', `Ring ${PHONE}`, 'v1');
    expect(found()).toMatch(/^tag v1 a restricted phone/);
  });

  it('is caught where git shows another object in its place', () => {
    commit('Note', { 'content/note.md': SENTENCE });
    commit('Gone', { 'content/note.md': null });
    git('replace', git('rev-parse', 'HEAD~1:content/note.md').trim(), git('rev-parse', 'HEAD:content/a.md').trim());
    expect(found()).toContain('content/note.md');
  });

  it('is not vouched for where only its end is here', () => {
    commit('Note', { 'content/note.md': SENTENCE });
    commit('Gone', { 'content/note.md': null });
    const clone = mkdtempSync(join(tmpdir(), 'gate-shallow-'));
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository}`, clone]);
    expect(() => scanHistory(clone, FINGERPRINTS)).toThrow('shallow clone');
    rmSync(clone, { recursive: true, force: true });
  });

  it('leaves out the folder that is not published with it', () => {
    commit('Records', { [`restricted/authorities/xa/${ID}.md`]: RECORD });
    expect(found()).toBe('');
    expect(scanHistory(repository, FINGERPRINTS, 'HEAD', []).flaws).not.toEqual([]);
  });

  it('fails where there is no history to look at', () => {
    expect(() => scanHistory(repository, FINGERPRINTS, 'no-such-branch')).toThrow('could not read the history');
    expect(() => scanHistory(tmpdir(), FINGERPRINTS)).toThrow('could not read the history');
  });

  it('is what the command looks at, with exit 1 on a leak and without printing it', () => {
    const run = () => spawnSync(process.execPath, [join(process.cwd(), 'scripts/gate.ts'), '--history'], { cwd: repository, encoding: 'utf8' });
    mkdirSync(join(repository, 'gate'));
    writeFileSync(join(repository, 'gate/fingerprints.json'), formatFingerprints(FINGERPRINTS, SALT));
    expect(run()).toMatchObject({ status: 0 });
    commit('Leak', { 'content/a.md': SENTENCE });
    const { status, stdout, stderr } = run();
    expect(status).toBe(1);
    expect(stdout + stderr).not.toContain(SENTENCE);
  });
});
