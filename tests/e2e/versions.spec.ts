import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { versionsSite, type VersionsSite } from './versions-site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('a law with three versions', () => {
  test.describe.configure({ mode: 'serial' });
  let site: VersionsSite;
  test.beforeAll(async ({}, info) => {
    info.setTimeout(240_000);
    site = await versionsSite(`${process.pid}`);
  });
  test.afterAll(() => site?.close());
  const law = (path = ''): string => `${site.address}en/laws/xa/act/2009/7/${path}`;

  test('shows them on a timeline, with the acts that amended it', async ({ page }) => {
    await page.goto(law());
    const timeline = page.getByRole('navigation', { name: 'Versions' });
    await expect(timeline.locator('li')).toContainText(['January 1, 2018', 'November 20, 2017 Amended: Sample Act No. 9 of 2017', 'May 1, 2012', 'April 2, 2012', 'June 1, 2009', 'May 4, 2009 Enacted']);
    await expect(timeline.getByRole('link', { name: 'January 1, 2018' })).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('.banner')).toHaveCount(0);
  });

  test('says on an old version that there is a newer one, and leads to it', async ({ page }) => {
    await page.goto(law('@2009-06-01/'));
    await expect(page.locator('.banner')).toContainText('old version of the text, of June 1, 2009');
    await page.locator('.banner').getByRole('link').click();
    await expect(page).toHaveURL(law());
    await expect(page.getByRole('main')).toContainText('An urgent request may be made orally');
  });

  test('is read as at a day, by its address or by asking', async ({ page }) => {
    await page.goto(law('?at=2014-03-01#sec_2'));
    await expect(page).toHaveURL(law('@2012-05-01/?at=2014-03-01#sec_2'));
    await expect(page.getByRole('status')).toContainText(['As at March 1, 2014: version of May 1, 2012.']);
    await expect(page.getByRole('main')).toContainText('within sixty days');
    await page.getByLabel('Text as at').fill('2018-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(law('?at=2018-01-01#sec_2'));
    await page.goto(law('?at=1999-01-01'));
    await expect(page).toHaveURL(law('@2009-06-01/?at=1999-01-01'));
    await expect(page.locator('.as-at output')).toContainText('No version here is as old as January 1, 1999');
  });

  test('shows what changed between two versions, word by word and provision by provision', async ({ page }) => {
    await page.goto(law('@2018-01-01/changes/'));
    await expect(page.getByRole('main')).toContainText('1 provision changed, 1 added, 1 removed, 2 unchanged');
    const changes = page.locator('.change');
    await expect(changes.locator('h2')).toContainText(['Section 2', 'Section 3A', 'Section 4']);
    await expect(changes.nth(0).locator('del').first()).toHaveText('Ministry');
    await expect(changes.nth(0).locator('ins').first()).toHaveText('Attorney General');
    await expect(changes.nth(0)).not.toContainText('Costs are borne');
    await expect(changes.nth(1)).toHaveClass(/added/);
    await expect(changes.nth(2)).toHaveClass(/removed/);
    await changes.nth(2).getByRole('link').click();
    await expect(page).toHaveURL(law('@2012-05-01/#sec_4'));
  });

  test('is compared between any two versions', async ({ page }) => {
    await page.goto(law('@2018-01-01/changes/'));
    await page.locator('select[name=from]').selectOption({ label: 'June 1, 2009' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\?from=2009-06-01&to=2018-01-01$/);
    await expect(page.locator('#changes')).toContainText('ninetysixty');
    await expect(page.locator('.change h2')).toContainText(['Section 2', 'Section 3', 'Section 3A', 'Section 4']);
    await page.reload();
    await expect(page.locator('.change')).toHaveCount(4);
    // Two neighbours have a page of their own.
    await page.locator('select[name=to]').selectOption({ label: 'May 1, 2012' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(law('@2012-05-01/changes/'));
  });

  test('is compared in the browser as the build compares it', async ({ page }) => {
    await page.goto(law('@2018-01-01/changes/'));
    const built = await page.locator('#changes').innerHTML();
    const options = page.locator('select[name=from]').locator('option');
    await options.evaluateAll((all) => all.forEach((option) => delete (option as HTMLElement).dataset['changes']));
    await page.locator('select[name=to]').locator('option').evaluateAll((all) => all.forEach((option) => delete (option as HTMLElement).dataset['changes']));
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.locator('#changes')).toHaveAttribute('data-replaced', '1');
    expect(await page.locator('#changes').innerHTML()).toBe(built);
  });

  test('is compared between any two versions where the library is read from files', async ({ page }) => {
    const folder = `test-results/versions-stick-${process.pid}`;
    rmSync(folder, { recursive: true, force: true });
    execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/package.ts', '--out', folder], { env: { ...process.env, COMITY_OUT: site.folder }, stdio: 'pipe' });
    const archive = readdirSync(folder).find((name) => name.endsWith('.zip'))!;
    for (const [name, content] of Object.entries(unzipSync(readFileSync(join(folder, archive))))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const stick = pathToFileURL(resolve(folder, archive.replace('.zip', ''))).href;
    await page.goto(`${stick}/en/laws/xa/act/2009/7/@2018-01-01/changes/index.html`);
    await page.locator('select[name=from]').selectOption({ label: 'June 1, 2009' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.locator('#changes')).toHaveAttribute('data-replaced', '1');
    await expect(page.locator('#changes')).toContainText('ninetysixty');
    await expect(page.locator('.change h2')).toContainText(['Section 2', 'Section 3', 'Section 3A', 'Section 4']);
    await page.locator('.change h2 a').first().click();
    await expect(page.getByRole('heading', { level: 1 }).first()).toContainText('Sample Assistance Act');
    // And as at a day.
    await page.goto(`${stick}/en/laws/xa/act/2009/7/index.html?at=2014-03-01`);
    await expect(page).toHaveURL(/@2012-05-01\/index\.html\?at=2014-03-01/);
    await expect(page.getByRole('status')).toContainText(['As at March 1, 2014: version of May 1, 2012.']);
    rmSync(folder, { recursive: true, force: true });
  });

  test('has its changes without a script too', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(law('@2012-05-01/changes/'));
    await expect(page.locator('del')).toHaveText(['ninety']);
    await page.goto(law('@2012-05-01/'));
    await expect(page.locator('form.as-at')).toBeHidden();
    await page.locator('details.cite summary').click();
    await expect(page.locator('details.cite')).toContainText('Sample Assistance Act, 2009 (Sample Act No. 7 of 2009), XA, 4 May 2009, version of 1 May 2012. Comity');
    await page.context().close();
  });

  test('names a newest text without a date, too', async ({ page }) => {
    await page.goto(`${site.address}en/laws/xa/act/2011/3/@2011-02-03/`);
    await page.locator('.banner').getByRole('link', { name: 'newest text' }).click();
    await page.getByRole('navigation', { name: 'Versions' }).getByRole('link', { name: 'changes' }).click();
    await expect(page.locator('ins')).toHaveText(', and to whom');
  });

  test('is free of what axe finds, by day and night, and fits a phone', async ({ page }) => {
    for (const path of ['', '@2009-06-01/', '@2012-05-01/changes/']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(law(path));
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]!.html.slice(0, 120)}`)).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });
});

test.describe('a law of the library', () => {
  const LAW = './en/laws/zm/act/2008/11/';

  test('shows the amendments its record documents on a timeline', async ({ page }) => {
    await page.goto(LAW);
    await expect(page.locator('.timeline')).toContainText('2022 Amended: Anti-Human Trafficking (Amendment) Act, 2022');
  });

  test('is cited in four formats, whole or by provision', async ({ page }) => {
    await page.goto(LAW);
    await page.locator('details.cite summary').click();
    const shown = page.locator('details.cite pre');
    await expect(shown).toContainText('Anti-Human Trafficking Act, 2008 (Act No. 11 of 2008), Zambia, 2008. Comity. http');
    await page.getByLabel('Format').selectOption('BibTeX');
    await expect(shown).toContainText('@legislation{zm-act-2008-11,');
    await page.getByLabel('Format').selectOption('RIS');
    await expect(shown).toContainText('TY  - STAT');
    await page.getByLabel('Format').selectOption('CSL-JSON');
    expect(JSON.parse((await shown.textContent())!)).toMatchObject([{ type: 'legislation', title: 'Anti-Human Trafficking Act, 2008', jurisdiction: 'Zambia' }]);
    await page.locator('#sec_3 .num').click();
    expect(JSON.parse((await shown.textContent())!)).toMatchObject([{ section: 's. 3', URL: expect.stringMatching(/#sec_3$/) }]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save' }).click()]);
    expect(file.suggestedFilename()).toBe('zm-act-2008-11-sec_3.json');
  });

  test('gives the link and the citation of a provision to copy', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${LAW}#sec_3`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.locator('.permalink output')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/en\/laws\/zm\/act\/2008\/11\/#sec_3$/);
    await page.locator('#sec_5').hover();
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await expect(page.locator('.permalink output')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Zambia, 2008, s\. 5\. Comity\. http.*#sec_5$/);
  });

  test('lists the key terms of a convention’s definitions, each leading to where it is mentioned', async ({ page }) => {
    await page.goto('./en/laws/un/act/convention/unga/2000-11-15/untoc/');
    await page.locator('.outline .terms summary').click();
    await page.locator('.outline .terms').getByRole('link', { name: 'serious crime' }).click();
    await expect(page).toHaveURL(/#art_2__def_\d$/);
    await expect(page.locator('.term:target')).toHaveText(/serious crime/i);
  });

  test('leads to laws of the same State and of other States on its main article', async ({ page }) => {
    await page.goto(LAW);
    const related = page.locator('.related');
    await expect(related).toContainText('Other States, same article');
    await related.getByRole('link', { name: /Article 5/ }).click();
    await expect(page).toHaveURL(/trafficking\/art_5\/$/);
  });
});

test('a case is cited with its court', async ({ page }) => {
  await page.goto('./en/cases/gb/judgment/ukhl/1999/17/');
  await page.locator('details.cite summary').click();
  await page.getByLabel('Format').selectOption('CSL-JSON');
  expect(JSON.parse((await page.locator('details.cite pre').textContent())!)).toMatchObject([{ type: 'legal_case', authority: expect.stringContaining('Lords'), jurisdiction: expect.stringContaining('Kingdom') }]);
});

test('a first-time drafter gets to Trafficking Protocol, article 5, Eastern Africa in three steps', async ({ page }) => {
  await page.goto('./en/');
  await page.getByRole('link', { name: 'Trafficking in Persons Protocol' }).click();
  await page.locator('#art_5 + .side').getByRole('link', { name: /Provisions of national laws/ }).click();
  await page.getByLabel('Region').selectOption({ label: 'Eastern Africa' });
  await expect(page).toHaveURL(/art_5\/\?region=014$/);
  await expect(page.locator('#state-ug')).toBeVisible();
  await expect(page.locator('#national tbody[id]:visible')).not.toHaveCount(0);
  for (const state of await page.locator('#national tbody[id]:visible').all()) await expect(state).toHaveAttribute('data-region', /\b014\b/);
});

test('laws are listed by region, article and crime type, and narrowed by several facets at once', async ({ page }) => {
  await page.goto('./en/laws/');
  for (const heading of ['By region', 'By article', 'By crime type']) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await page.getByRole('link', { name: 'Trafficking in Persons Protocol, Article 5', exact: true }).click();
  await expect(page).toHaveURL(/laws\/article\/tip-5\/$/);
  const rows = page.locator('ul.rows > li:visible');
  const all = await rows.count();
  await page.locator('select[name=region]').selectOption({ label: 'Eastern Africa' });
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const some = await rows.count();
  await page.locator('select[name=state]').selectOption({ label: 'Uganda' });
  await expect(page).toHaveURL(/\?state=ug&region=014$|\?region=014&state=ug$/);
  const few = await rows.count();
  expect(few).toBeLessThan(some);
  expect(few).toBeGreaterThan(0);
  await page.reload();
  await expect(rows).toHaveCount(few);
  await expect(page.locator('form[data-list] output')).toHaveText(`${few} of ${all} shown`);
});
