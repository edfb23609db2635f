import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const LAW = 'en/laws/zm/act/2008/11/';
const CASE = 'en/cases/gb/judgment/ukhl/1999/17/';
const ARTICLE = 'en/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/';
const CHAPTER = 'en/manuals/confiscation/summary/';

const entries = (page: Page) => page.locator('[data-list] li');
const press = (page: Page, what: string) => page.locator(`[data-do="${what}"]`).click();

async function add(page: Page, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`./${path}`);
    await page.locator('.keep button').click();
    await expect(page.locator('.keep button')).toHaveText('Take out of binder');
  }
}

async function read(page: Page): Promise<void> {
  await press(page, 'read');
  await expect(page.locator('[data-document]')).toBeVisible({ timeout: 30_000 });
}

test('a practitioner puts a law, an article, a case and a chapter together and gets one document in her order', async ({ page }) => {
  await add(page, LAW, ARTICLE, CASE, CHAPTER);
  await page.locator('.keep').getByRole('link', { name: 'Binder (4)' }).click();
  await expect(entries(page)).toHaveCount(4);
  await expect(entries(page).nth(2)).toContainText('Pinochet');
  await page.locator('[data-name]').fill('Trafficking: for the working group');
  // With the keyboard: the case goes up twice, and the focus goes with it.
  await entries(page).nth(2).locator('.up').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(entries(page).nth(0)).toContainText('Pinochet');
  await expect(entries(page).nth(0).locator('.up')).toBeFocused();
  await expect(page.locator('[data-status]')).toContainText('place 1 of 4');
  await page.reload();
  await expect(entries(page).nth(0)).toContainText('Pinochet');
  await read(page);
  await expect(page.locator('.cover .title')).toHaveText('Trafficking: for the working group');
  expect(await page.locator('.contents li').allTextContents()).toEqual(await entries(page).locator('a').allTextContents());
  await expect(page.locator('.part')).toHaveCount(4);
  const ids = await page.locator('[id]').evaluateAll((found) => found.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
  // One title above all; each part begins one level below it.
  expect(await page.locator('.part').evaluateAll((parts) => parts.map((part) => part.querySelector('h1, h2, h3, h4, h5, h6')!.tagName))).toEqual(['H2', 'H2', 'H2', 'H2']);
  await expect(page.locator('h1')).toHaveCount(1);
  const dead = await page.locator('.compilation a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')!).filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))));
  expect(dead).toEqual([]);
});

test('in print the document stands by itself, each part on a page of its own', async ({ page }) => {
  await add(page, LAW, CASE);
  await page.goto('./en/binder/');
  await read(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.compose')).toBeHidden();
  await expect(page.locator('header.bar')).toBeHidden();
  await expect(page.locator('.cover')).toBeVisible();
  expect(await page.locator('.part').evaluateAll((parts) => parts.map((part) => getComputedStyle(part).breakBefore))).toEqual(['page', 'page']);
});

test('print makes the document first', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => (document.documentElement.dataset['printed'] = String(document.querySelectorAll('.part').length));
  });
  await add(page, CASE);
  await page.goto('./en/binder/');
  await press(page, 'print');
  await expect(page.locator('html')).toHaveAttribute('data-printed', '1');
});

test('one provision of a law is taken with its own text only', async ({ page }) => {
  await page.goto(`./${LAW}`);
  const heading = page.locator('.text h2.provision').nth(1);
  const id = await heading.getAttribute('id');
  await heading.hover();
  await page.locator('.permalink').getByRole('button', { name: 'Add to binder' }).click();
  await page.goto('./en/binder/');
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page).locator('a')).toHaveAttribute('href', new RegExp(`#${id}$`));
  await read(page);
  await expect(page.locator('.part .provision')).toHaveCount(1);
  await expect(page.locator('.part h2')).toHaveId(`part-1-${id}`);
  await expect(page.locator('.part .prov')).toHaveCount(0);
});

test('a list is shared by its address, and the binder of the one who opens it stays as it was', async ({ page, browser, baseURL }) => {
  await add(page, LAW, CASE);
  await page.goto('./en/binder/');
  await page.locator('[data-name]').fill('Zambia & London');
  await press(page, 'share');
  const address = await page.locator('[data-link] input').inputValue();
  expect(new URL(address).search).toBe('');

  const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}) });
  await add(other, CHAPTER);
  const asked: string[] = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(address);
  await expect(other.locator('[data-shared]')).toBeVisible();
  await expect(entries(other)).toHaveCount(2);
  await expect(entries(other).nth(1)).toContainText('Pinochet');
  await expect(other.locator('[data-name]')).toHaveValue('Zambia & London');
  expect(asked.filter((url) => url.includes('Zambia'))).toEqual([]);
  await read(other);
  await expect(other.locator('.part')).toHaveCount(2);
  await press(other, 'join');
  await expect(entries(other)).toHaveCount(3);
  await expect(entries(other).nth(0)).toContainText('Summary');
  await other.goto(address);
  other.on('dialog', (dialog) => void dialog.accept());
  await press(other, 'adopt');
  await expect(entries(other)).toHaveCount(2);
  await other.close();
});

test('an article comes with its text alone, or with the provisions of all States: the choice is kept, shared, and made anew', async ({ page, browser, baseURL }) => {
  const rows = page.locator('.part table.provisions tbody');
  await add(page, LAW);
  await page.goto('./en/binder/');
  await expect(page.locator('[data-provisions]')).toBeHidden();
  await add(page, ARTICLE);
  await page.goto('./en/binder/');
  const choice = page.getByLabel('With the provisions of all States');
  await expect(choice).not.toBeChecked();
  await read(page);
  const article = page.locator('.part').nth(1);
  await expect(article.locator('table.elements tr').first()).toBeVisible();
  await expect(article).toContainText(/Found in \d+ States|\d+ States/);
  await expect(rows).toHaveCount(0);
  const short = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  await choice.check();
  await expect(page.locator('[data-document]')).toBeHidden();
  await read(page);
  expect(await rows.count()).toBeGreaterThan(10);
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(short);
  await page.reload();
  await expect(choice).toBeChecked();
  await press(page, 'share');
  const address = await page.locator('[data-link] input').inputValue();
  expect(address).toContain('&with=provisions');
  const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}) });
  await other.goto(address);
  await expect(other.getByLabel('With the provisions of all States')).toBeChecked();
  await press(other, 'adopt');
  await other.goto('./en/binder/');
  await expect(other.getByLabel('With the provisions of all States')).toBeChecked();
  await other.close();
});

test('a damaged link says so, and nothing it names leads elsewhere', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`./en/binder/#list=${CASE},${CASE},../../etc/passwd,https://elsewhere.example/en/laws/x/,en/laws/%E0%A4%A,en/search/,//elsewhere.example/en/laws/&name=%E0`);
  await expect(entries(page)).toHaveCount(1);
  await expect(page.locator('[data-status]')).toContainText('5');
  await expect(entries(page)).toContainText('Pinochet');
  expect(asked.filter((url) => url.includes('elsewhere'))).toEqual([]);
});

test('a page that is no longer there, and a provision a law no longer has, are named and left out', async ({ page }) => {
  await page.goto(`./en/binder/#list=${CASE},en/laws/zz/act/1901/1/,${LAW}!sec_9999`);
  await expect(entries(page).nth(1)).toContainText('no longer in the library');
  await expect(entries(page).nth(2)).toContainText('no longer has this provision');
  await read(page);
  await expect(page.locator('.part')).toHaveCount(1);
  await expect(page.locator('[data-status]')).toContainText('could not be read: 2');
});

test('an empty binder says what to do, and has nothing to print', async ({ page }) => {
  await page.goto('./en/binder/');
  await expect(page.locator('[data-empty]')).toBeVisible();
  await expect(page.locator('[data-tools]')).toBeHidden();
  await page.evaluate(() => localStorage.setItem(`comity:binder:${location.pathname.replace('en/binder/', '')}`, '{"entries":[7,{"path":"javascript:alert(1)"},{"path":"en/../x/"}],"name":{}}'));
  await page.reload();
  await expect(page.locator('[data-empty]')).toBeVisible();
});

test('entries are taken out one by one and all at once', async ({ page }) => {
  await add(page, LAW, CASE);
  await page.goto(`./${LAW}`);
  await page.locator('.keep button').click();
  await expect(page.locator('.keep button')).toHaveText('Add to binder');
  await page.locator('.keep button').click();
  await page.goto('./en/binder/');
  await entries(page).nth(0).locator('.remove').click();
  await expect(entries(page)).toHaveCount(1);
  await expect(page.locator('[data-status]')).toContainText('was taken out');
  page.on('dialog', (dialog) => void dialog.accept());
  await press(page, 'clear');
  await expect(page.locator('[data-empty]')).toBeVisible();
});

test('a hundred entries become one document', async ({ page, request }) => {
  test.setTimeout(120_000);
  const found = new Set<string>();
  for (const list of ['cases/', 'cases/crime/money-laundering/', 'cases/crime/drugs/', 'cases/crime/trafficking-in-persons/', 'cases/crime/organized-criminal-group/', 'states/za/', 'states/gb/', 'states/us/', 'states/zm/', 'states/ke/', 'states/fr/', 'states/ug/', 'states/ca/', 'laws/']) {
    const html = await (await request.get(`./en/${list}`)).text();
    for (const [, path] of html.matchAll(/href="[^"]*?(en\/(?:cases|laws)\/[a-z]{2}\/(?:judgment|act)\/[^"#]+\/)"/g)) found.add(path!);
  }
  const cases = [...found].slice(0, 100);
  expect(cases).toHaveLength(100);
  await page.goto(`./en/binder/#list=${cases.join(',')}`);
  await expect(entries(page)).toHaveCount(100);
  await read(page);
  await expect(page.locator('.part')).toHaveCount(100);
  const ids = await page.locator('[id]').evaluateAll((found) => found.map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
});

test('without a network, what is kept is put together and what is not is said', async ({ page, context }) => {
  await page.goto('./en/offline/');
  await page.locator('[data-switch] button').click();
  await expect(page.locator('[data-opened]')).toBeVisible({ timeout: 20_000 });
  await page.locator('[data-filter]').fill('Zambia');
  await page.locator('[data-set="state-zm"] button').click();
  await expect(page.locator('[data-status]')).toContainText('is kept', { timeout: 30_000 });
  await context.setOffline(true);
  await page.goto(`./en/binder/#list=${LAW},${CASE}`);
  await expect(entries(page)).toHaveCount(2);
  await read(page);
  await expect(page.locator('.part')).toHaveCount(1);
  await expect(entries(page).nth(1)).toContainText('there is no network');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('there is no button, and the binder page says why it is still', async ({ page }) => {
    await page.goto(`./${LAW}`);
    await expect(page.locator('.keep button')).toHaveCount(0);
    await page.goto(`./${CHAPTER}`);
    await expect(page.locator('.keep')).toBeHidden();
    await page.goto('./en/binder/');
    await expect(page.locator('noscript p')).toContainText('needs JavaScript');
  });
});

for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const) {
  test(`axe finds nothing on a binder in ${language}, with its document, by day and by night`, async ({ page }) => {
    await page.goto(`./${language}/binder/#list=${LAW},${ARTICLE},${CHAPTER}`);
    await expect(entries(page).nth(2)).toContainText('Summary');
    await press(page, 'adopt');
    await read(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    }
  });
}
