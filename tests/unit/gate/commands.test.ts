import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EMAIL, ID, NAME, PHONE, RECORD, SENTENCE } from './record.ts';

const root = join(import.meta.dirname, '../../..');
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'gate-project-'));
  write(`restricted/authorities/xa/${ID}.md`, RECORD);
  write('content/laws/a.md', `# Act\n\nIn this Act, ${SENTENCE}\n`);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}
function run(script: string, args: string[] = [], key?: string) {
  const env = { ...process.env, COMITY_GATE_KEY: key ?? '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { cwd: project, encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

it('fingerprint writes the same bytes again, and no secret', () => {
  expect(run('fingerprint.ts', ['restricted']).output).toMatch(/1 records, \d\d fingerprints, 0 of them public/);
  const first = read('gate/fingerprints.json');
  run('fingerprint.ts', ['restricted']);
  expect(read('gate/fingerprints.json')).toBe(first);
  for (const secret of [SENTENCE, NAME, EMAIL, PHONE, ID]) expect(first).not.toContain(secret);
});

it('the gate passes a clean build and keeps it', () => {
  run('fingerprint.ts', ['restricted']);
  write('dist/index.html', '<p>Clean.</p>');
  expect(run('gate.ts')).toMatchObject({ status: 0 });
  expect(existsSync(join(project, 'dist'))).toBe(true);
});

it('the gate removes a build with a leak, exits 1 and never prints the secret', () => {
  run('fingerprint.ts', ['restricted']);
  write('dist/index.html', `<p>${EMAIL}</p>`);
  const { status, output } = run('gate.ts');
  expect(status).toBe(1);
  expect(output).toContain('dist/index.html:1:1  error  RestrictedText');
  expect(output).toContain('nothing has been published');
  expect(output).not.toContain(EMAIL);
  expect(existsSync(join(project, 'dist'))).toBe(false);
});

it('sentences that public sources hold are allowed, addresses never', () => {
  write('content/laws/b.md', `Write to ${EMAIL}.`);
  run('fingerprint.ts', ['restricted', '--public', 'content']);
  write('dist/index.html', `<p>${SENTENCE}</p>`);
  expect(run('gate.ts').status).toBe(0);
  write('dist/index.html', `<p>${EMAIL}</p>`);
  expect(run('gate.ts').status).toBe(1);
});

it('without fingerprints, or without their key, the gate fails', () => {
  write('dist/index.html', '<p>Clean.</p>');
  expect(run('gate.ts')).toMatchObject({ status: 1 });
  run('fingerprint.ts', ['restricted'], 'a key');
  expect(run('gate.ts').output).toContain('COMITY_GATE_KEY');
  expect(run('gate.ts', [], 'a key').status).toBe(0);
});

it('fingerprint refuses a symbolic link', () => {
  symlinkSync('/etc/hostname', join(project, 'restricted/link.md'));
  expect(run('fingerprint.ts', ['restricted'])).toMatchObject({ status: 1 });
});
