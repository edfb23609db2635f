import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { writeEdition } from '../../scripts/cms/edition.ts';
import { cmsParts, type CmsParts } from '../../scripts/cms/parts.ts';
import { freePort, startServer } from '../../scripts/cms/server.ts';
import { listFiles } from '../../src/library/disk.ts';

/** The visual editor against a real git repository of its own, as an editor meets it who never saw git. */
const RECORD = 'laws/ke/act/2009/9/eng.md';
const SUMMARY = 'Kenya’s anti-money-laundering Act: “offences”, reporting, confiscation: the short of it.';

let folder: string;
let repository: string;
let address: string;
const children: ChildProcess[] = [];

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

const split = (text: string): { data: Record<string, unknown>; body: string } => {
  const [, yaml, body] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text)!;
  return { data: parse(yaml!) as Record<string, unknown>, body: body! };
};

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  let parts: CmsParts | undefined;
  let reason = '';
  try {
    parts = cmsParts();
  } catch (error) {
    reason = (error as Error).message;
  }
  // Continuous integration skips nothing: there a missing editor is a failure.
  if (!parts && process.env['CI']) throw new Error(reason);
  test.skip(!parts, `The visual editor cannot be had here: ${reason}`);
  folder = mkdtempSync(join(tmpdir(), 'comity-cms-'));
  repository = join(folder, 'repository');
  cpSync('content', join(repository, 'content'), { recursive: true });
  spawnSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  git('config', 'user.name', 'An Editor');
  git('config', 'user.email', 'editor@example.org');
  git('add', '--all');
  git('commit', '--quiet', '--message=The library');
  const [port, web] = [await freePort(), await freePort()];
  address = `http://127.0.0.1:${web}/`;
  const edition = join(folder, 'edition');
  writeEdition(edition, parts!.bundle, { backend: { name: 'github', repo: 'owner/name', branch: 'main' }, local: `http://127.0.0.1:${port}/api/v1`, paths: listFiles(join(repository, 'content'), 'content').files.map(({ path }) => path) });
  children.push(await startServer(parts!.server, repository, port, address.slice(0, -1)));
  children.push(spawn(process.execPath, ['scripts/serve.ts', '--port', String(web)], { env: { ...process.env, COMITY_OUT: edition, COMITY_BASE: '' }, stdio: 'ignore' }));
  await expect.poll(() => fetch(address).then(({ ok }) => ok, () => false), { timeout: 20_000 }).toBe(true);
});
test.afterAll(() => {
  for (const child of children) child.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('an editor mends a summary in a form, publishes it, and it is a commit that passes the check', async ({ page }) => {
  test.setTimeout(180_000);
  const strangers = new Set<string>();
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strangers.add(hostname);
  });
  const before = readFileSync(join(repository, 'content', RECORD), 'utf8');
  await page.goto(address);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.getByRole('heading', { name: 'Laws and treaties, English' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Law 23.737 on narcotic drugs — ar 1989')).toBeVisible();
  await page.goto(`${address}#/collections/laws-eng/entries/${RECORD.slice('laws/'.length, -'.md'.length)}`);
  const summary = page.locator('textarea[id^="summary-field"]');
  await expect(summary).toHaveValue(split(before).data['summary'] as string, { timeout: 60_000 });
  await expect(page.getByText('Day on which it was adopted, enacted or signed (eli:date_document)').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /delete published/i })).toHaveCount(0);
  await summary.fill(SUMMARY);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  // A draft is a branch; the library is as it was.
  await expect.poll(() => git('branch', '--list', 'cms/*'), { timeout: 60_000 }).toContain(`cms/laws-eng/${RECORD.slice('laws/'.length, -'.md'.length)}`);
  expect(git('show', `main:content/${RECORD}`)).toBe(before.trim());
  await page.getByRole('button', { name: 'Status: Draft' }).click();
  await page.getByRole('menuitem', { name: 'Ready' }).click();
  await expect(page.getByRole('button', { name: 'Status: Ready' })).toBeVisible({ timeout: 30_000 });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Publish now' }).click();
  await expect.poll(() => Number(git('rev-list', '--count', 'main')), { timeout: 60_000 }).toBeGreaterThan(1);
  expect(git('diff', '--name-only', 'main~1', 'main')).toBe(`content/${RECORD}`);
  const after = git('show', `main:content/${RECORD}`);
  const [old, fresh] = [split(before), split(`${after}\n`)];
  expect(fresh.data).toEqual({ ...old.data, summary: SUMMARY });
  expect(Object.keys(fresh.data).filter((key) => key !== 'summary'), 'keys keep their order').toEqual(Object.keys(old.data).filter((key) => key !== 'summary'));
  expect(fresh.body.trim()).toBe(old.body.trim());
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'scripts/check.ts'), '--strict', `content/${RECORD}`], { cwd: repository, encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: 'content', INIT_CWD: repository } });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect([...strangers], 'hosts asked beyond this machine').toEqual([]);
});
