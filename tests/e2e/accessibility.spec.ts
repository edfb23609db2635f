import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { LANGUAGES, SAMPLE_DOCUMENTS, SAMPLE_PAGES } from './sample-pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What the evening's colours can change; everything else is the same page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page by day, and of its colours by night. */
async function findings(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`./${path}`);
  const byDay = await new AxeBuilder({ page }).withTags(TAGS).options({ resultTypes: ['violations'] }).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const byNight = await new AxeBuilder({ page }).withRules(COLOUR_RULES).options({ resultTypes: ['violations'] }).analyze();
  return [['day', byDay] as const, ['night', byNight] as const].flatMap(([time, { violations }]) =>
    violations.map(({ id, nodes }) => `by ${time}: ${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  );
}

for (const language of LANGUAGES) {
  test(`axe finds nothing on any kind of page in ${language}, by day and by night`, async ({ page }) => {
    test.setTimeout(300_000);
    for (const [kind, path] of Object.entries(SAMPLE_PAGES)) expect.soft(await findings(page, `${language}/${path}`), kind).toEqual([]);
  });
}
test('axe finds nothing on any kind of document, by day and by night', async ({ page }) => {
  test.setTimeout(300_000);
  for (const [kind, path] of Object.entries(SAMPLE_DOCUMENTS)) expect.soft(await findings(page, path), kind).toEqual([]);
});
