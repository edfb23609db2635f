import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

test('the map of the world has every State of its table, with numbers in the legend, and says what it does not mean', async ({ page, request }) => {
  await page.goto('./en/map/');
  const onMap = await page.locator('svg.map a').count();
  const inTable = await page.locator('table.places tbody tr:not(.group)').count();
  expect(inTable - onMap).toBeLessThanOrEqual(1); // the European Union has no outline
  const numbers = await page.locator('.legend li').evaluateAll((items) => items.map(({ textContent }) => Number(/(\d+) States?$/.exec(textContent!)![1])));
  expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(onMap);
  await expect(page.locator('figcaption')).toContainText('do not imply');
  const svg = /<svg class="map[\s\S]*?<\/svg>/.exec(await (await request.get('en/map/')).text())![0];
  expect(gzipSync(svg).length).toBeLessThan(45_000);
});

test('a click on a State leads to it; the map can be shaded by cases and by parties', async ({ page }) => {
  await page.goto('./en/map/');
  await page.getByRole('navigation', { name: 'Shaded by' }).getByRole('link', { name: 'Parties: Trafficking in Persons Protocol' }).click();
  await expect(page).toHaveURL(/\/map\/tip\/$/);
  await expect(page.locator('svg.map a[href$="/states/ke/"] path')).toHaveClass('s-found');
  await expect(page.locator('table.places').getByRole('row', { name: /^Kenya/ })).toContainText('January 5, 2005');
  await page.locator('svg.map a[href$="/states/au/"] path').click();
  await expect(page).toHaveURL(/\/states\/au\/$/);
});

test('a region’s map is reached by keyboard, and its small States are targets of 24 pixels', async ({ page }) => {
  await page.goto('./en/regions/061/'); // Polynesia
  const tonga = page.locator('svg.map a[href$="/states/to/"]');
  await expect(tonga).toHaveAccessibleName(/^Tonga: /);
  const box = (await tonga.locator('.target').boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  await tonga.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/states\/to\/$/);
  await expect(page.locator('svg.map-state .here').first()).toBeVisible();
});

test('a network’s members are shaded', async ({ page }) => {
  await page.goto('./en/networks/indian-ocean/');
  await expect(page.locator('svg.map a .s-found').first()).toBeAttached();
  expect(await page.locator('svg.map a').count()).toBe(5);
});
