import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test, type Page } from '@playwright/test';

// One package of the site under test, unzipped once; its pages are then opened from file://.
test.describe.configure({ mode: 'serial' });

const folder = resolve('test-results/package');
const site = resolve('test-results/site');
let stick = '';
let archive = '';

test.beforeAll(() => {
  test.setTimeout(120_000);
  rmSync(folder, { recursive: true, force: true });
  make(folder);
  archive = join(folder, readdirSync(folder).find((name) => name.endsWith('.zip'))!);
  for (const [name, content] of Object.entries(unzipSync(readFileSync(archive)))) {
    const path = join(folder, 'stick', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  stick = join(folder, 'stick', readdirSync(join(folder, 'stick'))[0]!);
});

function make(out: string): void {
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/package.ts', '--out', out], { env: { ...process.env, COMITY_OUT: site }, stdio: 'pipe' });
}

const address = (path: string): string => `${pathToFileURL(stick).href}/${path}`;

/** What a page could not load, and what its scripts complained of. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    // What the browser gave up because the page was left is no fault of the package.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) found.push(`asked the network for ${request.url()}`);
  });
  return found;
}

test('the ZIP has the sum that stands beside it, and a second package is the same to the byte', () => {
  test.setTimeout(120_000);
  const sum = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(readFileSync(`${archive}.sha256`, 'utf8').split(' ')[0]).toBe(sum(archive));
  const again = join(folder, 'again');
  make(again);
  expect(sum(join(again, readdirSync(again).find((name) => name.endsWith('.zip'))!))).toBe(sum(archive));
});

test('a reader gets from the first page to the text of a law by links alone, in its styles and without an error', async ({ page }) => {
  const errors = complaints(page);
  await page.goto(address('index.html'));
  await page.getByRole('link', { name: 'English' }).first().click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'States' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Zambia' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Zambia');
  await page.getByRole('main').locator('a[href*="laws/zm/"]').first().click();
  await expect(page).toHaveURL(/^file:.*\/en\/laws\/zm\/.*index\.html/);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});

const QUERIES = [
  ['en', 'Anti-Human Trafficking Act Zambia', /en\/laws\/zm\/act\/2008\/11\/index\.html/],
  ['en', 'art 18 UNTOC', /untoc\/art_18\/index\.html|untoc\/index\.html#art_18/],
  ['fr', 'blanchiment', /\/laws\/|\/crimes\//],
  ['es', 'extradición', /\/laws\/|\/crimes\//],
  ['ru', 'торговля людьми', /index\.html/],
  ['ar', 'الاتجار', /index\.html/],
  ['zh', '犯罪', /index\.html/],
] as const;

for (const [language, query, expected] of QUERIES) {
  test(`search finds “${query}” (${language}) from files, and its first result opens`, async ({ page }) => {
    const errors = complaints(page);
    await page.goto(address(`${language}/index.html`));
    await page.locator('header input[name="q"]').fill(query);
    await page.keyboard.press('Enter');
    const first = page.locator('ol[data-results] a[data-result]').first();
    await expect(first).toHaveAttribute('href', expected, { timeout: 20_000 });
    await first.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toMatch(/^file:.*index\.html/);
    expect(errors).toEqual([]);
  });
}

test('filters, sorting and suggestions of the search work from files', async ({ page }) => {
  const errors = complaints(page);
  await page.goto(address('en/search/index.html?q=trafficking'));
  await expect(page.locator('a[data-result]').first()).toBeVisible({ timeout: 20_000 });
  await page.locator('select[name="sort"]').selectOption('date');
  await expect(page).toHaveURL(/sort=date/);
  await page.locator('#q').fill('convention against');
  await expect(page.locator('#suggestions li').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('every link, style, script and picture of the package leads to a file in it', () => {
  const broken = new Set<string>();
  let links = 0;
  for (const path of readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(stick, path), 'utf8');
    for (const [, target] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (target === '' || /^(?:#|[a-z][a-z+.-]*:)/.test(target!)) continue;
      links++;
      const file = join(stick, dirname(path), decodeURI(target!.replace(/[?#].*$/s, '').replaceAll('&amp;', '&')));
      if (target!.startsWith('/') || !known(file)) broken.add(`${path}: ${target}`);
    }
  }
  expect([...broken].slice(0, 10)).toEqual([]);
  expect(links).toBeGreaterThan(10_000);
});

const seen = new Map<string, boolean>();
function known(file: string): boolean {
  let there = seen.get(file);
  if (there === undefined) seen.set(file, (there = existsSync(file) && statSync(file).isFile()));
  return there;
}

test('pages of every kind open from files without an error', async ({ page }) => {
  const errors = complaints(page);
  for (const path of ['en/index.html', 'ar/index.html', 'zh/states/index.html', 'en/laws/zm/act/2008/11/index.html', 'en/coverage/untoc/index.html', 'en/crimes/trafficking-in-persons/index.html', 'en/map/index.html', 'en/compare/index.html', 'en/manuals/index.html', 'en/offline/index.html', 'en/cases/index.html']) {
    await page.goto(address(path));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  await page.goto(address('en/offline/index.html'));
  await expect(page.locator('[data-status]')).toContainText('needs no network');
  expect(errors).toEqual([]);
});

test('from a stick a binder can be filled, ordered and shared; it says that pages cannot be joined there', async ({ page }) => {
  const errors = complaints(page);
  await page.goto(address('en/laws/zm/act/2008/11/index.html'));
  await page.locator('.keep button').click();
  await page.locator('.keep').getByRole('link', { name: 'Binder (1)' }).click();
  await expect(page.locator('[data-list] li')).toHaveCount(1);
  await expect(page.locator('[data-stick]')).toBeVisible();
  await expect(page.locator('[data-do="read"]')).toBeHidden();
  await page.locator('[data-list] a').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trafficking');
  expect(errors).toEqual([]);
});
