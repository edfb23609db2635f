import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';

// Each test has a browser context, and so a device, of its own.
async function switchOn(page: Page, language = 'en'): Promise<void> {
  await page.goto(`./${language}/offline/`);
  await page.locator('[data-switch] button').click();
  await expect(page.locator('[data-opened]')).toBeVisible({ timeout: 20_000 });
}

async function keep(page: Page, id: string): Promise<void> {
  const row = page.locator(`[data-set="${id}"]`);
  await page.locator('[data-filter]').fill((await row.getAttribute('data-name'))!);
  await row.getByRole('button').click();
  await expect(page.locator('[data-status]')).toContainText('is kept', { timeout: 30_000 });
  await expect(row).toContainText('Kept on this device');
  await expect(row).toBeFocused();
}

const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** Makes requests for some files fail, for the page and the service worker alike. */
async function breakFiles(context: BrowserContext, pattern: RegExp): Promise<void> {
  await context.route(pattern, (route) => route.abort());
}

test('nothing is kept, and no service worker stands, before the reader says so', async ({ page }) => {
  await page.goto('./en/');
  await page.goto('./en/offline/');
  await expect(page.locator('[data-switch] button')).toHaveText('Switch on');
  expect(await cachesOf(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('every set shows its size before it is kept', async ({ page }) => {
  await page.goto('./en/offline/');
  await expect(page.locator('[data-choose]')).toBeVisible();
  const sizes = await page.locator('[data-set] .n').allTextContents();
  expect(sizes.length).toBeGreaterThan(100);
  expect(sizes.filter((size) => !/^[\d.,]+\s*(?:byte|kB|MB|GB)$/.test(size))).toEqual([]);
});

test('a State that is kept is read without a network, in its styles; what is not kept is said to be so', async ({ page, context }) => {
  await switchOn(page);
  await keep(page, 'state-zm');
  await context.setOffline(true);
  await page.goto('./en/states/zm/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Zambia');
  await page.getByRole('main').locator('a[href*="/laws/zm/"]').first().click();
  await expect(page).toHaveURL(/\/laws\/zm\//);
  await expect(page.locator('article, .text').first()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Comity Serif');
  await page.goto('./en/laws/ke/act/2010/8/');
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('not kept');
  await expect(page.locator('[data-kept]')).toContainText('Zambia');
});

test('search answers without a network in the language whose index is kept', async ({ page, context }) => {
  await switchOn(page);
  await keep(page, 'search-en');
  await keep(page, 'state-zm');
  await context.setOffline(true);
  await page.goto('./en/search/?q=Anti-Human+Trafficking+Act+Zambia');
  const first = page.locator('a[data-result]').first();
  await expect(first).toHaveAttribute('href', /\/laws\/zm\/act\/2008\/11\//, { timeout: 20_000 });
  await first.click();
  await expect(page).toHaveURL(/\/laws\/zm\/act\/2008\/11\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trafficking');
});

test('a State that is kept can be searched without a network, and it is said that only what is kept is searched', async ({ page, context }) => {
  await switchOn(page);
  await keep(page, 'state-zm');
  await context.setOffline(true);
  await page.goto('./en/search/?q=trafficking+in+persons');
  await expect(page.locator('a[data-result]').first()).toHaveAttribute('href', /\/en\//, { timeout: 20_000 });
  const found = await page.locator('a[data-result]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  expect(found.filter((href) => !/\/(?:laws|cases)\/zm\/|\/states\/zm\//.test(href))).toEqual([]);
  await expect(page.locator('[data-status]')).toContainText('No network');
  await expect(page.locator('[data-status]')).toContainText('Zambia');
  // By name while typing, by citation down to the provision, and every result opens.
  await page.locator('#q').fill('anti-human traff');
  await expect(page.locator('#suggestions li').first()).toContainText('Trafficking');
  await page.goto('./en/search/?q=section+3+Anti-Human+Trafficking+Act');
  await page.locator('a[data-result]').first().click();
  await expect(page).toHaveURL(/\/laws\/zm\/act\/2008\/11\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trafficking');
});

for (const [id, query, expected] of [
  ['convention-tip', 'organ removal', /\/en\/(?:laws|cases)\//],
  ['manual-mla-extradition', 'dual criminality', /\/en\/manuals\/mla-extradition\//],
  ['region-015', 'extradition', /\/en\/(?:laws|cases)\//],
] as const) {
  test(`what is kept with ${id} can be searched without a network`, async ({ page, context }) => {
    await switchOn(page);
    await keep(page, id);
    await context.setOffline(true);
    await page.goto(`./en/search/?q=${encodeURIComponent(query)}`);
    const first = page.locator('a[data-result]').first();
    await expect(first).toHaveAttribute('href', expected, { timeout: 20_000 });
    await first.click();
    await expect(page).toHaveURL(expected);
    await expect(page.getByRole('heading', { level: 1 }).first()).not.toContainText('not kept');
  });
}

test('search goes on in what is kept when the network goes in the middle', async ({ page, context }) => {
  await switchOn(page);
  await keep(page, 'state-zm');
  await page.goto('./en/search/?q=extradition');
  await expect(page.locator('a[data-result]').first()).toBeVisible();
  await context.setOffline(true);
  await page.locator('#q').fill('victims of trafficking shelter');
  await page.locator('#q').press('Enter');
  await expect(page.locator('[data-status]')).toContainText('No network', { timeout: 20_000 });
  await expect(page.locator('a[data-result]').first()).toHaveAttribute('href', /\/zm\//);
});

test('a download that fails leaves no half-kept set', async ({ page, context }) => {
  await switchOn(page);
  await breakFiles(context, /\/en\/laws\/zm\/act\/2008\/11\//);
  const row = page.locator('[data-set="state-zm"]');
  await page.locator('[data-filter]').fill('Zambia');
  await row.getByRole('button').click();
  await expect(page.locator('[data-status]')).toContainText('nothing of it was kept');
  expect((await cachesOf(page)).filter((name) => / (?:set|assets) /.test(name))).toEqual([]);
  await expect(page.locator('[data-kept]')).not.toContainText('Zambia');
});

test('a download that is cancelled, or broken off with its tab, leaves nothing either', async ({ page, context }) => {
  await switchOn(page);
  let released = (): void => {};
  const held = new Promise<void>((done) => (released = done));
  await context.route(/\/laws\/zm\/act\/2008\/11\//, async (route) => {
    await held;
    await route.abort();
  });
  await page.locator('[data-filter]').fill('Zambia');
  await page.locator('[data-set="state-zm"]').getByRole('button').click();
  await page.locator('[data-progress] button').click();
  await expect(page.locator('[data-status]')).toContainText('Cancelled');
  expect((await cachesOf(page)).filter((name) => / set /.test(name))).toEqual([]);
  await page.locator('[data-set="state-zm"]').getByRole('button').click();
  await expect.poll(async () => (await cachesOf(page)).filter((name) => / set /.test(name)).length).toBe(1);
  await page.close();
  released();
  const again = await context.newPage();
  await again.goto('./en/offline/');
  await expect(again.locator('[data-kept]')).toContainText('No part');
  await expect.poll(async () => (await cachesOf(again)).filter((name) => / set /.test(name))).toEqual([]);
});

test('a set is deleted when the reader says so, and switching off deletes all', async ({ page }) => {
  await switchOn(page);
  await keep(page, 'state-zm');
  await page.locator('[data-kept]').getByRole('button', { name: 'Delete Zambia' }).click();
  await expect(page.locator('[data-kept]')).not.toContainText('Zambia');
  expect((await cachesOf(page)).filter((name) => / set /.test(name))).toEqual([]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.locator('[data-switch] button').click();
  await expect(page.locator('[data-switch] button')).toHaveText('Switch on');
  expect(await cachesOf(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('pages the reader opened are there without a network once she said so, and not before', async ({ page, context }) => {
  await switchOn(page);
  await page.goto('./en/crimes/');
  await page.goto('./en/about/');
  await page.goto('./en/laws/ke/act/2010/8/');
  await page.goto('./en/offline/');
  await page.locator('[data-opened] input').check();
  await expect.poll(() => page.evaluate(async () => ((await (await caches.match(new URL('../../offline/kept', location.href).href))?.json()) as { opened: boolean } | undefined)?.opened)).toBe(true);
  await page.goto('./en/laws/zm/act/2008/11/');
  await expect(page.locator('h1')).toBeVisible();
  await expect.poll(() => page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' opened'));
    return name ? (await (await caches.open(name)).keys()).length : 0;
  })).toBeGreaterThan(0);
  await context.setOffline(true);
  await page.goto('./en/laws/zm/act/2008/11/?from=a-link#sec_3');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trafficking');
  await page.goto('./en/laws/ke/act/2010/8/');
  await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('not kept');
});

test('a new version waits until the reader takes it', async ({ page, baseURL }) => {
  // The site on another port, of which the program changes while the reader is there.
  const next = { version: '' };
  const server = createServer((request, response) => {
    void fetch(new URL(request.url!, baseURL)).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(next.version !== '' && request.url!.endsWith('/sw.js') ? body.toString().replace(/"version":"\w+"/, `"version":"${next.version}"`) : body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/library/`;
  const shells = async (): Promise<(string | undefined)[]> => (await cachesOf(page)).filter((name) => name.includes(' shell ')).map((name) => name.split(' ').at(-1));
  await page.goto(`${home}en/offline/`);
  await page.locator('[data-switch] button').click();
  await expect(page.locator('[data-opened]')).toBeVisible({ timeout: 20_000 });
  const [before] = await shells();
  next.version = 'next';
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
  await expect(page.locator('[data-update]')).toBeVisible();
  await page.goto(`${home}en/`);
  await page.goto(`${home}en/offline/`);
  await expect(page.locator('[data-update]')).toBeVisible();
  expect(await shells()).toContain(before);
  await page.locator('[data-update] button').click();
  await expect(page.locator('[data-update]')).toBeHidden();
  await expect.poll(shells).toEqual(['next']);
  server.closeAllConnections();
  server.close();
});

test('the shell of a language is at most 1.5 MB', async ({ page }) => {
  await page.goto('./en/');
  for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh']) {
    const { shell } = await page.evaluate(async (address) => (await (await fetch(address)).json()) as { shell: { bytes: number } }, `../offline/${language}.json`);
    expect(shell.bytes).toBeLessThanOrEqual(1_500_000);
  }
});
