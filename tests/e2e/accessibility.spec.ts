import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LANGUAGES, SAMPLE_DOCUMENTS, SAMPLE_PAGES } from './sample-pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const scheme of ['light', 'dark'] as const) {
  for (const language of LANGUAGES) {
    test(`axe finds nothing on any kind of page in ${language}, ${scheme}`, async ({ browser }) => {
      test.setTimeout(240_000);
      const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
      for (const [kind, path] of Object.entries(SAMPLE_PAGES)) {
        await page.goto(`./${language}/${path}`);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`), `${kind} in ${language}`).toEqual([]);
      }
      await page.close();
    });
  }
  test(`axe finds nothing on any kind of document, ${scheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
    for (const [kind, path] of Object.entries(SAMPLE_DOCUMENTS)) {
      await page.goto(`./${path}`);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`), kind).toEqual([]);
    }
    await page.close();
  });
}
