import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const ARTICLE = './en/compare/tip/art_5/';

test('a drafter sets three States side by side and shares the address', async ({ page }) => {
  await page.goto('./en/compare/');
  await page.getByRole('link', { name: 'Article 5. Criminalization', exact: true }).first().click();
  await expect(page.locator('#stacked section:visible')).not.toHaveCount(0);
  for (const state of ['Uganda', 'Zambia', 'Argentina']) await page.locator('#choose').getByRole('button', { name: state }).click();
  await expect(page).toHaveURL(/\?states=ug,zm,ar$/);
  const table = page.locator('table.side-by-side');
  await expect(table.getByRole('columnheader')).toHaveText([/Element/, /Uganda/, /Zambia/, /Argentina/]);
  await expect(page.locator('#stacked')).toBeHidden();
  await page.reload();
  await expect(table.getByRole('columnheader')).toHaveText([/Element/, /Uganda/, /Zambia/, /Argentina/]);
  await table.getByRole('button', { name: 'Remove: Zambia' }).click();
  await expect(page).toHaveURL(/\?states=ug,ar$/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('#stacked')).toBeVisible();
});

test('what no editor recorded is said to be not recorded', async ({ page }) => {
  await page.goto(`${ARTICLE}?states=ug,zm`);
  const row = page.locator('table.side-by-side tbody tr').filter({ hasText: 'participation as accomplice' });
  await expect(row.getByRole('cell')).toHaveText(['not recorded', 'not recorded']);
});

test('six States are the most, and unknown ones are left out', async ({ page }) => {
  await page.goto(`${ARTICLE}?states=ug,zm,ar,xx,mw,tz,na,za`);
  await expect(page.locator('table.side-by-side thead th')).toHaveCount(1 + 6);
  await page.locator('#choose summary').click();
  await page.locator('#choose').getByRole('button', { name: 'South Africa' }).click();
  await expect(page.getByText('Six States at most')).toBeVisible();
});

test('a State of which nothing is recorded under the article is named, not dropped', async ({ page }) => {
  await page.goto(`${ARTICLE}?states=ug,is,zm`);
  await expect(page.locator('table.side-by-side thead th')).toHaveCount(1 + 2);
  await expect(page.getByText('Nothing is recorded under this article yet of Iceland.')).toBeVisible();
  await page.goto(`${ARTICLE.replace('./en/', './ar/')}?states=is`);
  await expect(page.getByText('آيسلندا')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  test('two States show at a time, and a swap brings the next', async ({ page }) => {
    await page.goto(`${ARTICLE}?states=ug,zm,ar`);
    const shown = page.locator('table.side-by-side thead th:visible');
    await expect(shown).toHaveText([/Uganda/, /Zambia/]);
    await expect(page.getByText('“Swap” brings on the next')).toBeVisible();
    await page.getByRole('button', { name: 'Swap' }).click();
    await expect(shown).toHaveText([/Zambia/, /Argentina/]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
});

test('a provision is copied with its citation, and the comparison is taken along as CSV', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${ARTICLE}?states=ug,zm`);
  await page.locator('table.side-by-side').getByRole('button', { name: 'Copy with citation' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^The offence of trafficking[\s\S]+— Uganda, Prevention of Trafficking in Persons Act .*, s\. 2\. Summary by Comity: http.*\/en\/laws\/ug\/act\/.*#sec_2$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  expect(download.suggestedFilename()).toBe('tip-art_5-ug-zm.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFFstate,name,law,')).toBe(true);
  expect(csv).toContain('\r\nzm,Zambia,');
});

test('without a script every State’s provisions stand on the page, beside the checklist', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  await page.getByRole('link', { name: 'Zambia', exact: true }).first().click();
  await expect(page.locator('#state-zm')).toBeInViewport();
  await expect(page.locator('#state-zm .words').first()).toContainText('Trafficking in persons is prohibited');
  await expect(page.locator('#checklist')).toContainText('not recorded');
  await context.close();
});

test('a text in another language than the page is marked as such', async ({ page }) => {
  await page.goto('./ar/compare/tip/art_5/?states=ug,zm');
  await expect(page.locator('table.side-by-side .words').first()).toHaveAttribute('lang', 'en');
  await expect(page.locator('table.side-by-side .words').first()).toHaveAttribute('dir', 'ltr');
});

test.describe('any two provisions', () => {
  const ZAMBIA = './en/laws/zm/act/2008/11/';

  test('are set side by side from two links, in an address to share', async ({ page }) => {
    await page.goto('./en/compare/');
    await page.getByRole('link', { name: 'Any two provisions' }).click();
    await page.getByLabel('First provision').fill(`${page.url().replace(/en\/compare.*/, '')}en/laws/zm/act/2008/11/#sec_3`);
    await page.getByLabel('Second provision').fill('en/laws/un/act/protocol/unga/2000-11-15/trafficking/art_5/');
    await page.getByRole('button', { name: 'Compare' }).click();
    const table = page.locator('table.two-provisions');
    await expect(table.getByRole('columnheader')).toHaveText(['Anti-Human Trafficking Act, 2008', /Protocol to Prevent/]);
    await expect(table.locator('.words').first()).toContainText('Trafficking in persons is prohibited');
    await expect(table.locator('.words').last()).toContainText('criminal offence');
    await expect(table.locator('.words').last()).not.toContainText('National');
    expect(new URL(page.url()).searchParams.get('b')).toBe('en/laws/un/act/protocol/unga/2000-11-15/trafficking/#art_5');
    await page.reload();
    await page.getByRole('button', { name: 'Swap' }).click();
    await expect(table.getByRole('columnheader').last()).toHaveText('Anti-Human Trafficking Act, 2008');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^\uFEFFlaw,provision,language,text,citation\r\n[\s\S]*Protocol[\s\S]*Summary by Comity: http/);
  });

  test('are chosen on the pages of laws', async ({ page }) => {
    await page.goto(`${ZAMBIA}#sec_3`);
    await page.locator('.permalink').getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('.permalink output')).toContainText('Open the other provision');
    await page.goto('./en/laws/ug/act/2009/7/');
    await page.locator('article.text .provision').first().hover();
    await page.locator('.permalink').getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL(/\/en\/compare\/provisions\/\?a=/);
    await expect(page.locator('table.two-provisions').getByRole('columnheader').first()).toHaveText('Anti-Human Trafficking Act, 2008');
  });

  test('that are none are said to be none', async ({ page }) => {
    await page.goto('./en/compare/provisions/?a=en/laws/zm/act/2008/11/%23sec_999&b=en/laws/zm/act/2008/11/%23sec_3');
    await expect(page.locator('#two output')).toContainText('Use a link');
    await page.getByLabel('First provision').fill('https://elsewhere.example/en/laws/zm/act/2008/11/#sec_3');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('#two output')).toContainText('Use a link');
    await expect(page.locator('table.two-provisions')).toHaveCount(0);
  });
});
