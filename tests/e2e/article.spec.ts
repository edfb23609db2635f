import { expect, test } from '@playwright/test';

const ARTICLE = './en/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/';

test('an article says what it requires, how far it binds, and what laws are compared by', async ({ page }) => {
  await page.goto(ARTICLE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Criminalization');
  await expect(page.locator('.lead')).toContainText('criminal offence');
  await expect(page.locator('aside.side')).toContainText('mandatory');
  await expect(page.locator('aside.side').getByRole('link', { name: 'Smuggling of Migrants Protocol' })).toBeVisible();
  await expect(page.locator('#elements tbody tr')).not.toHaveCount(0);
  await expect(page.locator('nav.outline [aria-current=page]')).toContainText('5 Criminalization');
  await page.getByRole('link', { name: '6 Assistance to and protection' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Assistance to and protection of victims');
});

test('a drafter narrows the provisions to a region and a language, shares the address, and finds the same there', async ({ page }) => {
  await page.goto(ARTICLE);
  const states = page.locator('#provisions tbody[id]:visible');
  const all = await states.count();
  await page.getByLabel('Region').selectOption({ label: 'Eastern Africa' });
  await expect(page).toHaveURL(/\?region=014$/);
  const some = await states.count();
  expect(some).toBeGreaterThan(1);
  expect(some).toBeLessThan(all);
  await expect(page.locator('#state-ug')).toBeVisible();
  await expect(page.locator('#state-ar')).toBeHidden();
  await expect(page.locator('#provisions tbody.group:visible')).toHaveCount(1);
  await expect(page.locator('form.filter output')).toHaveText(`${some} of ${all} States shown`);
  await page.reload();
  await expect(states).toHaveCount(some);
  await expect(page.getByLabel('Region')).toHaveValue('014');
});

test('a State keeps its name when a filter takes the first of its rows away', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.evaluate(() => document.querySelector<HTMLElement>('#state-zm tr')!.setAttribute('data-language', 'xxx'));
  await page.locator('select[name=language]').selectOption('eng');
  await expect(page.locator('#state-zm tr:visible').first().getByRole('rowheader')).toHaveText('Zambia');
});

test('the map leads to the State’s provisions, and the table has them without a script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  await expect(page.locator('svg.map a[href="#state-ug"]')).toHaveCount(1);
  await expect(page.locator('form.filter')).toBeHidden();
  await page.locator('#state-ug').getByRole('link', { name: /Offence of trafficking/ }).click();
  await expect(page).toHaveURL(/\/laws\/ug\/act\/.*#sec_/);
  await context.close();
});

test('an article without provisions says that nothing was classified, not that nothing exists', async ({ page }) => {
  await page.goto('./en/laws/un/act/protocol/unga/2000-11-15/trafficking/art_20/');
  await expect(page.locator('#national')).toContainText('That does not mean that there is none');
  await expect(page.locator('svg.map')).toHaveCount(0);
});

test('an article is cited in four formats', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ARTICLE);
  await page.locator('details.cite summary').click();
  const shown = page.locator('details.cite pre');
  await expect(shown).toContainText(/^Protocol to Prevent, .*, 15 November 2000, Article 5\. Comity\. http.*\/art_5\/$/);
  await page.getByLabel('Format').selectOption('BibTeX');
  await expect(shown).toContainText('Article 5}');
  await page.getByLabel('Format').selectOption('RIS');
  await expect(shown).toContainText('SE  - Article 5');
  await page.getByLabel('Format').selectOption('CSL-JSON');
  expect(JSON.parse((await shown.textContent())!)).toMatchObject([{ type: 'treaty', section: 'Article 5', URL: expect.stringMatching(/\/art_5\/$/) }]);
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/trafficking\/art_5\/$/);
});

test('a reader of Arabic gets an article’s page in Arabic, its text in a language it exists in, and is told so', async ({ page }) => {
  await page.goto('./ar/conventions/');
  const row = page.locator('ul.rows > li').nth(1);
  await expect(row.locator('.in')).toHaveText('English');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/\/ar\/laws\/un\/act\/protocol\/.*trafficking\/$/);
  await expect(page.locator('p.banner')).toContainText('English');
  await page.locator('#art_5 + .side').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/ar\/laws\/.*art_5\/$/);
  await expect(page.locator('p.banner')).toContainText('العربية');
  await expect(page.locator('.lead')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.lead')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('#state-ug')).toBeVisible();
  // The choice of language leads to the same article in every language of the interface.
  for (const tag of ['en', 'fr', 'es', 'ru', 'zh']) await expect(page.locator(`details.languages a[href$="/${tag}/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/"]`)).toHaveCount(1);
});

test('in Arabic, on a phone, the year does not touch the English words of a provision', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./ar/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/');
  const gap = await page.locator('#state-ug tr').first().evaluate((row) => row.querySelector('td[dir="ltr"] a')!.getBoundingClientRect().left - row.querySelector('td.n')!.getBoundingClientRect().right);
  expect(gap).toBeGreaterThanOrEqual(7);
});
