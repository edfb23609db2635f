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
