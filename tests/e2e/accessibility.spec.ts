import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { LANGUAGES, SAMPLE_DOCUMENTS, SAMPLE_PAGES } from './sample-pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page, path: string): Promise<string[]> {
  await page.goto(`./${path}`);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`by ${colorScheme === 'light' ? 'day' : 'night'}`, () => {
    test.use({ colorScheme, viewport: { width: 1280, height: 900 } });
    for (const language of LANGUAGES) {
      test(`axe finds nothing on any kind of page in ${language}`, async ({ page }) => {
        test.setTimeout(240_000);
        for (const [kind, path] of Object.entries(SAMPLE_PAGES)) expect.soft(await findings(page, `${language}/${path}`), kind).toEqual([]);
      });
    }
    test('axe finds nothing on any kind of document', async ({ page }) => {
      test.setTimeout(240_000);
      for (const [kind, path] of Object.entries(SAMPLE_DOCUMENTS)) expect.soft(await findings(page, path), kind).toEqual([]);
    });
  });
}
