import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** The restricted edition, built from the samples and served on this machine for as long as the tests run. */
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.woff2': 'font/woff2' };
/** A coast guard, and its number by day and night; names of records stand in no public file. */
const RECORD = readdirSync('restricted/authorities/xa').find((name) => name.includes('guard'))!.replace('.md', '');
const NUMBER = /phone_24_7: "(?<number>[^"]+)"/.exec(readFileSync(`restricted/authorities/xa/${RECORD}.md`, 'utf8'))!.groups!['number']!;
let place: string;
let server: Server;
let origin: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  place = mkdtempSync(join(tmpdir(), 'comity-edition-'));
  const built = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/directory.ts', '--out', join(place, 'edition')], { encoding: 'utf8', env: { ...process.env, COMITY_RESTRICTED: '' } });
  expect(built.status, built.stderr).toBe(0);
  server = createServer((request, response) => {
    let path = join(place, 'edition', normalize(new URL(request.url!, 'http://x').pathname));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
});

test.afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(place, { recursive: true, force: true });
});

test('an officer finds an authority by State, function, language and words, and shares what is chosen', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(origin);
  const rows = page.locator('table tbody tr:visible');
  const all = await rows.count();
  expect(all).toBeGreaterThanOrEqual(40);
  await page.locator('select[name=function]').selectOption('illicit_traffic_by_sea');
  await expect(page.locator('output')).toContainText(`of ${all}`);
  const some = await rows.count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await page.locator('select[name=state]').selectOption('xa');
  await expect(rows).toHaveCount(1);
  await page.goto(`${page.url()}`);
  await expect(rows).toHaveCount(1);
  await page.locator('select[name=function]').selectOption('');
  await page.locator('select[name=state]').selectOption('');
  await page.getByLabel(/Search/).fill('no such words');
  await expect(rows).toHaveCount(0);
  await page.getByLabel(/Search/).fill(NUMBER.replace(/\D/g, ''));
  await expect(rows).toHaveCount(1);
  await expect(rows.locator('.clock')).toHaveText(/^\d\d:\d\d, (?:open|closed)$/);
  expect(errors).toEqual([]);
});

test('an authority mends its record: mistakes are said at the field, and the file changes only what was changed', async ({ page }) => {
  await page.goto(`${origin}edit/${RECORD}/`);
  await page.getByText('Contact', { exact: true }).click();
  const number = page.locator('[data-section=contact] [data-name=phones] [data-name=number] input').first();
  const before = await number.inputValue();
  await number.fill('5550199');
  await page.getByLabel(/^Why/).fill('New number');
  await page.getByLabel(/^Signed off by/).fill('Watch room');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.locator('#outcome')).toContainText('Not yet');
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await number.fill(`${before.slice(0, -4)}1077`);
  await page.getByRole('button', { name: 'Make the file' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Save / }).click()]);
  const file = await download.path();
  const change = JSON.parse(readFileSync(file, 'utf8')) as { authority: string; changes: Record<string, unknown> };
  expect(change.authority).toBe(RECORD);
  expect(Object.keys(change.changes)).toEqual(['contact.phones']);
  // The command takes the very file that the browser made: only the clock of the test could be wrong.
  const folder = join(place, 'records');
  spawnSync('cp', ['-r', 'restricted', folder]);
  const applied = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/directory.ts', '--apply', file], { encoding: 'utf8', env: { ...process.env, COMITY_RESTRICTED: folder } });
  expect(applied.stdout + applied.stderr).toContain(`${RECORD}: telephone`);
  expect(readFileSync(join(folder, `authorities/xa/${RECORD}.md`), 'utf8')).toContain('1077');
});

test('a row can be added and removed, and a record confirmed without change', async ({ page }) => {
  await page.goto(`${origin}edit/${RECORD}/`);
  await page.getByText('Contact', { exact: true }).click();
  const phones = page.locator('[data-section=contact] [data-name=phones]');
  const count = await phones.locator('.item').count();
  await phones.getByRole('button', { name: 'Add' }).click();
  await expect(phones.locator('.item')).toHaveCount(count + 1);
  await phones.getByRole('button', { name: 'Remove' }).last().click();
  await page.getByLabel(/^Why/).fill('Yearly look');
  await page.getByLabel(/^Signed off by/).fill('Watch room');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.locator('#outcome')).toContainText('confirms the record without change');
});

test('kept on a device, the directory opens without a network; removed, it is gone', async ({ page, context }) => {
  await page.goto(`${origin}help/`);
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect(page.locator('#offline output')).toHaveText('The directory is on this device.', { timeout: 30_000 });
  await context.setOffline(true);
  await page.goto(`${origin}states/xa/extradition/`);
  await expect(page.getByRole('heading', { name: 'Extradition' })).toBeVisible();
  await page.goto(origin);
  await page.getByLabel(/Search/).fill('coast guard');
  await expect(page.locator('table tbody tr:visible').first()).toBeVisible();
  // Pages for editing are not kept.
  expect((await page.goto(`${origin}edit/${RECORD}/`))?.status()).toBe(503);
  await context.setOffline(false);
  await page.goto(`${origin}help/`);
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(page.locator('#offline output')).toHaveText('Removed from this device.');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});

test('without a script there are lists by State, function, convention and language', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(origin);
  await expect(page.locator('#finder')).toBeHidden();
  await expect(page.locator('table tbody tr').first()).toBeVisible();
  for (const name of ['States', 'Functions', 'Conventions', 'Languages']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    await page.locator('.columns a').first().click();
    await expect(page.locator('table.authorities')).toBeVisible();
  }
  await page.close();
});

test('pages have no barrier that axe finds, and none is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of ['', 'states/', 'states/xa/', 'states/xa/extradition/', `authorities/${RECORD}/`, `edit/${RECORD}/`, 'help/', 'changes/']) {
    await page.goto(origin + path);
    if (path.startsWith('edit/')) await page.locator('details.section').evaluateAll((sections) => sections.forEach((section) => section.setAttribute('open', '')));
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});
