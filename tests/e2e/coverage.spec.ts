import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { expect, test, type Page } from '@playwright/test';

const UNTOC = './en/coverage/untoc/';

async function focused(page: Page): Promise<string> {
  return (await page.locator('#said').textContent())!;
}

test('the matrix has a row for every State with a record and a column for every article', async ({ page }) => {
  await page.goto(UNTOC);
  expect(await page.locator('#matrix thead th').count()).toBe(2 + 41);
  const widths = await page.locator('#matrix tbody tr:not(.g)').evaluateAll((rows) => rows.map((row) => [...(row as HTMLTableRowElement).cells].reduce((sum, cell) => sum + cell.colSpan, 0)));
  expect(widths.length).toBeGreaterThanOrEqual(193);
  expect(new Set(widths)).toEqual(new Set([43]));
});

test('a cell leads to the provisions of that State on that article', async ({ page }) => {
  await page.goto(UNTOC);
  await page.locator('#state-ug td.f > a').first().click();
  await expect(page).toHaveURL(/untoc\/art_\d+\/#state-ug$/);
  await expect(page.locator('#state-ug')).toBeInViewport();
});

test('totals say how many articles a State and how many States an article has, also of a region alone', async ({ page }) => {
  await page.goto(UNTOC);
  const count = async (selector: string): Promise<number> => page.locator(selector).count();
  const total = async (): Promise<number> => Number(await page.locator('#matrix thead th').evaluateAll((heads) => {
    const column = heads.findIndex((head) => head.textContent === '6');
    return document.querySelector<HTMLTableElement>('#matrix')!.tFoot!.rows[0]!.cells[column]!.textContent;
  }));
  expect(await total()).toBe(await count('#matrix td:is(.f, .p) > a[href*="/art_6/"]'));
  expect(Number(await page.locator('#state-ug td.t').textContent())).toBe(await count('#state-ug td:is(.f, .p)'));
  await page.getByLabel('Region').selectOption({ label: 'Eastern Africa' });
  await expect(page).toHaveURL(/region=014/);
  expect(await total()).toBe(await count('#matrix tbody:not([hidden]) td:is(.f, .p) > a[href*="/art_6/"]'));
  await page.getByLabel('Only States with provisions').check();
  await expect(page.locator('#state-so')).toBeHidden();
  await expect(page.locator('#state-ug')).toBeVisible();
  await page.getByLabel('Region').selectOption('');
  await page.getByLabel('Only States with provisions').uncheck();
  await expect(page.locator('#matrix tbody tr:not(.g):visible')).toHaveCount(await count('#matrix tbody tr:not(.g)'));
});

test('the arrow keys go from cell to cell, through cells that stand for several articles, and the tab key stops once', async ({ page }) => {
  await page.goto(`${UNTOC}?region=014&known=1`);
  const first = page.locator('#matrix tbody td > a').first();
  expect(await page.locator('#matrix tbody td > a[tabindex="0"]').count()).toBe(1);
  const ug = page.locator('#state-ug td.f > a').first();
  await ug.focus();
  expect(await focused(page)).toMatch(/^Uganda · Article \d+\. .*: found, \d+ provisions?$/);
  const article = /Article \d+/.exec(await focused(page))![0];
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toContain(article);
  expect(await focused(page)).not.toContain('Uganda');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toContain(`Uganda · ${article}`);
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toMatch(/^Uganda · Article \d+/);
  await page.keyboard.press('Home');
  await expect(page.locator('#state-ug th a')).toBeFocused();
  await page.keyboard.press('End');
  expect(await focused(page)).toContain('Uganda · Article');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('#matrix tbody td') === null)).toBe(true);
  expect(await first.count()).toBe(1);
});

test('in Arabic the right arrow goes to the right', async ({ page }) => {
  await page.goto('./ar/coverage/untoc/');
  const cell = page.locator('#state-ug td.f').first();
  const column = (await cell.evaluate((td) => (td as HTMLTableCellElement).cellIndex));
  await cell.locator('a').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => (document.activeElement!.closest('td, th') as HTMLTableCellElement).cellIndex)).toBe(column - 1);
});

test('the matrix is taken along as CSV and as JSON that say the same', async ({ page, request }) => {
  await page.goto(UNTOC);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.startsWith('\uFEFFiso2,name_en,')).toBe(true);
  const [heads, ...rows] = csv.slice(1).trimEnd().split('\r\n').map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  const json = (await (await request.get('data/coverage/untoc.json')).json()) as { states: { iso2: string; articles: Record<string, { finding: string }> }[] };
  expect(rows.length).toBe(json.states.length);
  for (const { iso2, articles } of json.states) {
    const row = rows.find(([code]) => code === iso2)!;
    heads!.forEach((head, index) => { if (head.startsWith('art_')) expect(row[index]).toBe(articles[head]?.finding ?? 'not_reviewed'); });
  }
});

test('States by conventions: how many articles, and since when party, as far as seen', async ({ page }) => {
  await page.goto('./en/coverage/');
  const kenya = page.locator('#state-ke');
  await expect(kenya.locator('td').nth(1)).toContainText('2004');
  await kenya.locator('td').nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/coverage\/untoc\/#state-ke$/);
  await expect(page.locator('#state-ke')).toBeInViewport();
});

test('the largest matrix costs little to fetch', async ({ request }) => {
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(await (await request.get('en/coverage/uncac/')).body()).length).toBeLessThan(60_000);
});

test('a filter of the matrix touches groups of States and totals, never a row or a cell', async ({ page }) => {
  await page.goto(UNTOC);
  const touched = await page.evaluate(async () => {
    const names = new Set<string>();
    let changes = 0;
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        changes++;
        names.add(target.parentElement?.closest('tfoot') || (target as Element).closest?.('tfoot') ? 'tfoot' : (target as Element).localName);
      }
    });
    observer.observe(document.querySelector('table.matrix')!, { subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'hidden', 'style'], characterData: true });
    const select = document.querySelector<HTMLSelectElement>('form.filter select')!;
    select.value = '014';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { names: [...names].sort(), changes, groups: document.querySelectorAll('table.matrix tbody').length, columns: document.querySelectorAll('table.matrix tfoot td').length };
  });
  expect(touched.names.filter((name) => !['tbody', 'tfoot'].includes(name))).toEqual([]);
  expect(touched.changes).toBeLessThanOrEqual(2 * touched.groups + 2 * touched.columns);
});

test('a matrix laid out without a table is heard as one: rows, heads and cells, and what they stand for', async ({ page }) => {
  await page.goto(UNTOC);
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[] };
  const heard = nodes.filter(({ ignored }) => !ignored);
  const count = (role: string): number => heard.filter((node) => node.role?.value === role).length;
  const states = await page.locator('#matrix tbody tr:not(.g)').count();
  const groups = await page.locator('#matrix tbody').count();
  expect(heard.filter((node) => node.role?.value === 'table').map((node) => node.name?.value.slice(0, 20))).toEqual([(await page.locator('#matrix caption').textContent())!.slice(0, 20)]);
  expect(count('columnheader')).toBe(2 + 41);
  expect(count('row')).toBe(states + groups + 2);
  expect(count('rowheader')).toBe(states + groups + 1);
  // Groups that do not pass a filter are not heard.
  await page.getByLabel('Region').selectOption('014');
  await expect(page.locator('#state-fr')).toBeHidden();
  await page.waitForTimeout(300);
  const left = ((await session.send('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string } }[] }).nodes.filter((node) => !node.ignored && node.role?.value === 'rowheader').length;
  expect(left).toBe((await page.locator('#matrix tbody:not([hidden]) tr').count()) + 1);
});

test('the heads of the columns stand above their cells in every row, also from right to left, and in print the matrix is a table', async ({ page }) => {
  for (const address of [UNTOC, './ar/coverage/untoc/']) {
    await page.goto(`${address}?region=014`);
    const apart = await page.locator('#state-ug td.f, #state-ug td.p').evaluateAll((cells) => cells.map((cell) => {
      let column = 0;
      for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) column += (before as HTMLTableCellElement).colSpan;
      return Math.abs(cell.getBoundingClientRect().left - document.querySelectorAll('#matrix thead th')[column]!.getBoundingClientRect().left);
    }));
    expect(apart.length).toBeGreaterThan(3);
    expect(Math.max(...apart)).toBeLessThan(1);
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#matrix').evaluate((table) => [table, table.querySelector('tbody:not([hidden])'), table.querySelector('tbody tr')].map((part) => getComputedStyle(part!).display))).toEqual(['table', 'table-row-group', 'table-row']);
  await expect(page.locator('#matrix tbody[hidden]').first()).toHaveCSS('display', 'none');
});

/** Times are printed, not judged: on a machine that others use too they say as much about the others. `npm run` … `-g "printed"` shows them. */
test('the time in which the matrix answers a filter on a CPU four times slower is printed', async ({ page }) => {
  await page.goto(UNTOC);
  await page.waitForTimeout(600);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const rows = await page.evaluate(async () => {
    const select = document.querySelector<HTMLSelectElement>('form.filter select')!;
    const steps = ['014', '', '150', '002', '', '019'];
    const found = steps.map((value, index) => ({ step: `${index} ${value || 'all'}`, script: [] as number[], layout: [] as number[], frame: [] as number[] }));
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    for (let round = 0; round < 7; round++) {
      for (const [index, value] of steps.entries()) {
        await new Promise((resolve) => setTimeout(resolve, 250)); // what was left for later frames has been shown
        await frame();
        select.value = value;
        performance.mark('asked');
        select.dispatchEvent(new Event('change', { bubbles: true }));
        found[index]!.script.push(performance.measure('answered', 'asked').duration);
        void document.body.offsetHeight;
        found[index]!.layout.push(performance.measure('laid out', 'asked').duration);
        found[index]!.frame.push((await frame()) - performance.getEntriesByName('asked').at(-1)!.startTime);
      }
    }
    return found;
  });
  const share = (values: number[], part: number): string => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!.toFixed(1);
  const middle = (values: number[]): string => `${share(values, 0.5)} ms (least ${share(values, 0)}, nine of ten below ${share(values, 0.9)}, worst ${share(values, 1)})`;
  const load = (loadavg()[0]! / availableParallelism()).toFixed(2);
  const lines = rows.map(({ step, script, layout, frame }) => `${step.padEnd(6)} script ${middle(script)}, with layout ${middle(layout)}, until painted ${middle(frame)}`);
  const all = (of: 'script' | 'layout' | 'frame'): string => middle(rows.flatMap((row) => row[of]));
  lines.push(`${'all'.padEnd(6)} script ${all('script')}, with layout ${all('layout')}, until painted ${all('frame')}`);
  const text = `198 States × 41 articles, CPU × 4, load per processor ${load}; one frame is 16.7 ms:\n${lines.join('\n')}`;
  test.info().annotations.push({ type: 'filter', description: text });
  console.log(text);
  expect(rows).toHaveLength(6);
});
