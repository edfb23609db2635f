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

test('a network is a layer of the world map, with its members in the legend and in the table', async ({ page, request }) => {
  await page.goto('./en/map/');
  await page.getByRole('navigation', { name: 'Networks' }).getByRole('link', { name: 'Judicial regional platform of the Indian Ocean' }).click();
  await expect(page).toHaveURL(/\/map\/networks\/indian-ocean\/$/);
  await expect(page.locator('svg.map a[href$="/states/km/"] .s-found').first()).toBeAttached();
  await expect(page.locator('.legend li').first()).toHaveText('named as a member in a source: 5 States');
  await expect(page.locator('table.places').getByRole('row', { name: /^Madagascar/ })).toContainText('named as a member');
  const svg = /<svg class="map[\s\S]*?<\/svg>/.exec(await (await request.get(page.url())).text())![0];
  expect(gzipSync(svg).length).toBeLessThan(45_000);
  await page.getByRole('link', { name: 'About the network' }).click();
  await page.getByRole('link', { name: 'Show on the map of the world' }).click();
  await expect(page).toHaveURL(/\/map\/networks\/indian-ocean\/$/);
});

test('of a network whose members no source lists, the map shows the region and says so', async ({ page }) => {
  await page.goto('./en/map/networks/ejn/');
  await expect(page.locator('.legend li').first()).toHaveText(/^in its region; no source read lists its members: \d+ States$/);
  await expect(page.locator('svg.map .s-found')).toHaveCount(0);
});
