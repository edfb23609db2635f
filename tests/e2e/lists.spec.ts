import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const PHONE = { width: 360, height: 740 };
const fold = (page: Page) => page.locator('main details.fold').first();
const summary = (page: Page) => fold(page).locator(':scope > summary');

for (const list of ['laws', 'cases']) {
  test(`on a phone the list of ${list} begins with its records, and what it can be narrowed by is one tap away`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(`./en/${list}/`);
    const first = page.locator('ul.rows > li').first();
    await expect(first).toBeInViewport();
    await expect(page.locator('.facets a').first()).toBeHidden();
    await summary(page).click();
    await expect(page.locator('.facets a').first()).toBeVisible();
  });
}

test('on a wide screen what a list can be narrowed by stands open, without a script that opens it', async ({ page }) => {
  await page.goto('./en/laws/');
  await expect(page.locator('.facets a').first()).toBeVisible();
  await expect(summary(page)).toBeHidden();
  const shifted = await page.evaluate(() => new Promise<number>((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value; }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  }));
  expect(shifted).toBeLessThan(0.01);
});

test('on a phone a narrowed list says by how many filters, with the filters folded', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('./en/laws/region/202/?language=fra');
  await expect(summary(page)).toContainText('(1)');
  await expect(page.locator('select[name=language]')).toBeHidden();
  await expect(page.locator('form[data-list] output')).toHaveText(/^\d+ of \d+ shown$/);
  await summary(page).click();
  await page.locator('select[name=language]').selectOption('');
  await expect(summary(page)).not.toContainText('(');
  await expect(page.locator('form[data-list] output')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the fold opens on a phone, and every value leads to a list', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto('./en/laws/');
    await summary(page).click();
    await page.locator('.facets a').first().click();
    await expect(page.locator('ul.rows > li').first()).toBeVisible();
  });
});

test('what the checks say is found by way of the page on data quality, and is not in the foot of every page', async ({ page }) => {
  await page.goto('./en/');
  await expect(page.locator('footer a[href$="/flaws/"]')).toHaveCount(0);
  await page.locator('footer').getByRole('link', { name: 'Data quality' }).click();
  await page.getByRole('link', { name: 'What the checks say, and what to do' }).click();
  await expect(page.locator('h1')).toHaveText('What the checks say, and what to do');
});

for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const) {
  test(`axe finds nothing on lists, data quality and the matrix in ${language}, on a phone and on a wide screen, by day and by night`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [address, phone] of [['laws/', true], ['laws/', false], ['laws/region/202/', true], ['cases/', true], ['data-quality/', false], ['coverage/untoc/', true]] as const) {
      await page.setViewportSize(phone ? PHONE : { width: 1280, height: 720 });
      await page.goto(`./${language}/${address}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      }
    }
  });
}
