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
const entries = readdirSync('restricted/authorities', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).length;
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
  await page.getByRole('button', { name: 'Make a key on this device' }).click();
  const [keyDownload] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /key\.json$/ }).click()]);
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.locator('#outcome')).toContainText('The file is signed');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /change\.json$/ }).click()]);
  const file = await download.path();
  const change = JSON.parse(readFileSync(file, 'utf8')) as { authority: string; changes: Record<string, unknown> };
  expect(change.authority).toBe(RECORD);
  expect(Object.keys(change.changes)).toEqual(['contact.phones']);
  // The command takes the very file that the browser made: only the clock of the test could be wrong.
  const folder = join(place, 'records');
  spawnSync('cp', ['-r', 'restricted', folder]);
  const command = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/directory.ts', ...args], { encoding: 'utf8', env: { ...process.env, COMITY_RESTRICTED: folder } });
    return stdout + stderr;
  };
  expect(command('--apply', file)).toContain('not registered');
  const said = command('--register-key', await keyDownload.path());
  expect(said).toContain((await page.locator('.fingerprint').textContent())!); // what is read out on the telephone
  expect(command('--register-key', await keyDownload.path(), '--checked', 'called back')).toContain('Registered');
  expect(command('--apply', file)).toMatch(new RegExp(`The signature is good[^]*${RECORD}: telephone`));
  expect(readFileSync(join(folder, `authorities/xa/${RECORD}.md`), 'utf8')).toContain('1077');
});

/** Sixteen groups of four digits, as people read them to each other. */
const FINGERPRINT = /^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/;

test('a key stays on the device where no page can read it out; in a file it opens with its passphrase only', async ({ page, context }) => {
  await page.goto(`${origin}edit/${RECORD}/`);
  await page.getByRole('button', { name: 'Make a key on this device' }).click();
  await expect(page.locator('.fingerprint')).toHaveText(FINGERPRINT);
  const first = await page.locator('.fingerprint').textContent();
  await page.reload();
  await expect(page.locator('.fingerprint')).toHaveText(first!);
  expect(
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done) => Object.assign(indexedDB.open('comity-directory'), { onsuccess: ({ target }: Event) => done((target as IDBOpenDBRequest).result) }));
      const [{ privateKey }] = await new Promise<{ privateKey: CryptoKey }[]>((done) => Object.assign(database.transaction('keys').objectStore('keys').getAll(), { onsuccess: ({ target }: Event) => done((target as IDBRequest<{ privateKey: CryptoKey }[]>).result) })) as [{ privateKey: CryptoKey }];
      return await crypto.subtle.exportKey('pkcs8', privateKey).then(() => 'read out', (error: Error) => error.name);
    }),
  ).toBe('InvalidAccessError');
  await page.getByRole('button', { name: 'Remove the key from this device' }).click();
  await expect(page.getByText('The key has been removed')).toBeVisible();
  await page.getByText('Or keep the key in a file').click();
  await page.getByRole('button', { name: 'Make a key in a file' }).click();
  await expect(page.locator('#key')).toContainText('Passphrase (at least 12 characters): needed');
  await page.getByLabel(/^Passphrase/).fill('four words of a sample');
  await page.getByRole('button', { name: 'Make a key in a file' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /secret-key\.json$/ }).click()]);
  await expect(page.locator('.fingerprint')).toHaveText(FINGERPRINT);
  const fingerprint = await page.locator('.fingerprint').textContent();
  // On another device: nothing is kept there, and the file alone is not enough.
  const other = await (await context.browser()!.newContext()).newPage();
  await other.goto(`${origin}edit/${RECORD}/`);
  await other.getByText('Or keep the key in a file').click();
  await other.getByLabel(/^Passphrase/).fill('four words of another');
  await other.getByLabel('File with the key').setInputFiles(await download.path());
  await expect(other.locator('#key')).toContainText('does not open this file');
  await other.getByLabel(/^Passphrase/).fill('four words of a sample');
  await other.getByLabel('File with the key').setInputFiles([]);
  await other.getByLabel('File with the key').setInputFiles(await download.path());
  await expect(other.locator('.fingerprint')).toHaveText(fingerprint!);
  await other.getByLabel(/^Why/).fill('Yearly look');
  await other.getByLabel(/^Signed off by/).fill('Watch room');
  await other.getByRole('button', { name: 'Make the file' }).click();
  await expect(other.locator('#outcome')).toContainText('The file is signed');
  await other.context().close();
});

test('an officer reads and finds in the language of choice, from right to left where it is written so', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${origin}states/xa/`);
  await page.locator('details.languages summary').click();
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL(`${origin}ar/states/xa/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.goto(`${origin}ar/`);
  await page.locator('input[type=search]').fill('تهريب المهاجرين');
  const rows = page.locator('table tbody tr:visible');
  await expect.poll(async () => await rows.count()).toBeLessThan(40);
  expect(await rows.count()).toBeGreaterThan(0);
  await expect(page.locator('output')).toHaveText(`${await rows.count()} من أصل ${entries} من السلطات`);
  await page.goto(`${origin}zh/edit/${RECORD}/`);
  await page.getByText('联络方式', { exact: true }).click();
  await page.locator('[data-section=contact] [data-name=phones] [data-name=number] input').first().fill('5');
  await page.getByRole('button', { name: '生成文件' }).click();
  await expect(page.locator('#outcome')).toContainText('应为带国家代码的号码');
  expect(errors).toEqual([]);
});

test('“open now” goes by the wall clock of the authority, over midnight and in summer, and says that holidays are not known', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-07-01T23:30:00Z'));
  await page.goto(origin);
  await expect(page.getByText('Public holidays are not known.')).toBeVisible();
  await page.locator('tr[data-state=xa] .clock').first().evaluate((clock) => {
    clock.dataset['hours'] = JSON.stringify({ time_zone: 'Europe/Vienna', office_hours: [{ days: ['wed'], from: '20:00', to: '06:00' }] });
  });
  await page.clock.runFor(31_000);
  const clock = page.locator('tr[data-state=xa] .clock').first();
  await expect(clock).toHaveText('01:30, open'); // Thursday in Vienna, where it is summer: two hours ahead
  await expect(clock).toHaveAttribute('title', /Public holidays are not known/);
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
  await page.locator('select[name=function]').selectOption('illicit_traffic_by_sea');
  await expect(page.locator('table tbody tr:visible').first()).toBeVisible();
  // Pages for editing are not kept, nor are the other languages.
  expect((await page.goto(`${origin}fr/`))?.status()).toBe(503);
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

for (const [language, paths] of Object.entries({
  English: ['', 'states/', 'states/xa/', 'states/xa/extradition/', `authorities/${RECORD}/`, `edit/${RECORD}/`, 'help/', 'changes/'],
  Arabic: ['ar/', 'ar/states/xa/extradition/', `ar/authorities/${RECORD}/`, `ar/edit/${RECORD}/`],
  'three more languages': ['fr/help/', 'ru/', 'zh/', `zh/authorities/${RECORD}/`],
})) {
  test(`pages in ${language} have no barrier that axe finds, and none is wider than a phone`, async ({ page }) => {
    test.slow(); // the form is the longest page of all
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of paths) {
      await page.goto(origin + path);
      if (path.includes('edit/')) await page.locator('details.section').evaluateAll((sections) => sections.forEach((section) => section.setAttribute('open', '')));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
