import { expect, test } from '@playwright/test';
import { LANGUAGES, SAMPLE_DOCUMENTS, SAMPLE_PAGES } from './sample-pages.ts';

test('a drafter gets from home to the laws of Eastern Africa on trafficking within three clicks', async ({ page }) => {
  await page.goto('./en/');
  await page.getByRole('link', { name: 'Trafficking in Persons Protocol' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trafficking in Persons');
  await page.locator('#art_5 + .side a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Criminalization');
  await expect(page.getByRole('main')).toContainText('Uganda');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('every page stays within 320 px', async ({ page }) => {
    test.setTimeout(120_000);
    for (const path of [...['en', 'ar'].flatMap((language) => Object.values(SAMPLE_PAGES).map((sample) => `${language}/${sample}`)), ...Object.values(SAMPLE_DOCUMENTS)]) {
      await page.goto(`./${path}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(overflow, path).toBeLessThanOrEqual(0);
    }
  });
});

test('no page asks another host for anything, and none has an error in its console', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(baseURL!).origin) && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  for (const path of [...Object.values(SAMPLE_PAGES).map((sample) => `en/${sample}`), ...Object.values(SAMPLE_DOCUMENTS)]) await page.goto(`./${path}`, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  expect(errors).toEqual([]);
});

test('Arabic pages run from right to left, and Chinese pages name their script', async ({ page }) => {
  await page.goto('./ar/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.goto('./zh/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
});

test('every link within the sampled pages leads to a page that is there', async ({ page, request }) => {
  test.setTimeout(240_000);
  const seen = new Set<string>();
  for (const path of [...LANGUAGES.flatMap((language) => ['', 'states/zm/', 'crimes/trafficking-in-persons/', 'laws/'].map((sample) => `${language}/${sample}`)), ...Object.values(SAMPLE_DOCUMENTS)]) {
    await page.goto(`./${path}`);
    const links = await page.locator('a[href^="/"]').evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href.split('#')[0]!));
    for (const link of links) seen.add(link);
  }
  const broken: string[] = [];
  for (const link of seen) if (!(await request.head(link)).ok()) broken.push(link);
  expect(broken).toEqual([]);
});

test('the whole head of a page can be reached and left with the keyboard', async ({ page }) => {
  await page.goto('./en/laws/zm/act/2008/11/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#text$/);
});
