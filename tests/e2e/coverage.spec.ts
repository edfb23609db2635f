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

test('hidden groups keep their layout, and are out of reach of a screen reader and of the tab key', async ({ page }) => {
  await page.goto(`${UNTOC}?region=014`);
  const session = await page.context().newCDPSession(page);
  const rowheads = async (): Promise<string[]> => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[] };
    return nodes.filter(({ ignored, role }) => !ignored && role?.value === 'rowheader').map(({ name }) => name!.value);
  };
  const eastern = await rowheads();
  expect(eastern).toContain('Uganda');
  expect(eastern).not.toContain('France');
  expect(await page.locator('#matrix tbody[hidden]').first().evaluate((body) => [getComputedStyle(body).contentVisibility, body.getBoundingClientRect().height])).toEqual(['hidden', 0]);
  await page.getByLabel('Only States with provisions').check();
  expect(await rowheads()).not.toContain('Somalia');
  await page.getByLabel('Region').selectOption('');
  await page.getByLabel('Only States with provisions').uncheck();
  await expect(page.locator('#matrix tbody[hidden]')).toHaveCount(0);
  expect(await rowheads()).toEqual(expect.arrayContaining(['Uganda', 'France', 'Somalia']));
});

test('a screen reader meets a table with its rows and heads, on a screen as in print', async ({ page }) => {
  await page.goto(UNTOC);
  const session = await page.context().newCDPSession(page);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string } }[] };
    const count = (role: string): number => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    expect(count('table')).toBe(1);
    expect(count('columnheader')).toBe(43);
    expect(count('row')).toBe(await page.locator('#matrix tr').count());
    expect(count('rowheader')).toBe(await page.locator('#matrix tbody th, #matrix tfoot th').count());
    expect(count('cell')).toBe(await page.locator('#matrix td').count());
  }
});

test('on a screen every cell stands below the head of its article, from the left and from the right', async ({ page }) => {
  for (const language of ['en', 'ar']) {
    await page.goto(`./${language}/coverage/untoc/`);
    const astray = await page.locator('#matrix').evaluate((found) => {
      const table = found as HTMLTableElement;
      const heads = [...table.tHead!.rows[0]!.cells].map((cell) => cell.getBoundingClientRect());
      let wrong = 0;
      for (const row of table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.g), tfoot tr')) {
        let column = 0;
        for (const cell of row.cells) {
          const { left, right } = cell.getBoundingClientRect();
          const [first, last] = [heads[column]!, heads[column + cell.colSpan - 1]!];
          if (Math.abs(left - Math.min(first.left, last.left)) > 1 || Math.abs(right - Math.max(first.right, last.right)) > 1) wrong++;
          column += cell.colSpan;
        }
      }
      return wrong;
    });
    expect(astray).toBe(0);
  }
});

test('on a phone the names of States and of groups stay when the matrix is moved sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(UNTOC);
  const lefts = await page.locator('.matrix-box').evaluate((box) => {
    box.scrollTo(400, 0);
    const edge = box.getBoundingClientRect().left;
    return [...box.querySelectorAll('thead th:first-child, tbody .g th, tbody tr:not(.g) th, tfoot th')].map((cell) => Math.round(cell.getBoundingClientRect().left - edge));
  });
  expect(new Set(lefts)).toEqual(new Set([0]));
});

/**
 * Times are printed, not judged: on a machine that others use too they say as much about the others. Of each filter, what the browser's
 * own trace says the main thread was busy with (time of the thread, slowed down four times), and the wall clock until the frame was painted.
 */
test('the time in which the matrix answers a filter on a CPU four times slower is printed', async ({ page }) => {
  await page.goto(UNTOC);
  await page.waitForTimeout(600);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const events: { name: string; cat: string; ph: string; pid: number; tid: number; ts: number; tts?: number; dur?: number; tdur?: number }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'] } });
  const steps = ['014', '', '150', '002', '', '019'];
  await page.evaluate(async (values) => {
    const select = document.querySelector<HTMLSelectElement>('form.filter select')!;
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (let round = 0; round < 7; round++) {
      for (const [step, value] of values.entries()) {
        await new Promise((resolve) => setTimeout(resolve, 300)); // what was left for later frames has been shown
        await frame();
        const number = round * values.length + step;
        select.value = value;
        performance.mark(`asked ${number}`);
        select.dispatchEvent(new Event('change', { bubbles: true }));
        performance.mark(`answered ${number}`);
        await frame();
        performance.mark(`painted ${number}`);
      }
    }
  }, steps);
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  const mark = (name: string): (typeof events)[number] => events.find((event) => event.cat.includes('blink.user_timing') && event.name === name)!;
  const KINDS = { style: ['UpdateLayoutTree'], layout: ['Layout'], paint: ['PrePaint', 'Paint', 'Layerize', 'Commit'] };
  const found = Array.from({ length: 7 * steps.length }, (_, number) => {
    const [asked, answered, painted] = [mark(`asked ${number}`), mark(`answered ${number}`), mark(`painted ${number}`)];
    const within = events.filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === asked.pid && tid === asked.tid && ts >= answered.ts && ts < painted.ts);
    // Chromium reports the painting of the page within the painting of its frame: the inner one is not counted again.
    const isWithin = (inner: (typeof events)[number]): boolean => within.some((outer) => outer.name === inner.name && outer.dur! > inner.dur! && outer.ts <= inner.ts && outer.ts + outer.dur! >= inner.ts + inner.dur!);
    const spent = (names: readonly string[]): number => within.filter((event) => names.includes(event.name) && !isWithin(event)).reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000;
    const [script, style, layout, paint] = [((answered.tts ?? answered.ts) - (asked.tts ?? asked.ts)) / 1000, spent(KINDS.style), spent(KINDS.layout), spent(KINDS.paint)];
    return { step: number % steps.length, script, style, layout, 'script, style and layout': script + style + layout, paint, 'all with paint': script + style + layout + paint, 'until painted (wall clock)': (painted.ts - asked.ts) / 1000 };
  });
  const sorted = (name: Exclude<keyof (typeof found)[number], 'step'>, step?: number): string => {
    const values = found.filter((one) => step === undefined || one.step === step).map((one) => one[name]).toSorted((a, b) => a - b);
    const at = (part: number): string => values[Math.min(values.length - 1, Math.floor(values.length * part))]!.toFixed(1);
    return `${name} ${at(0.5)} / ${at(0.9)} / ${at(1)}`;
  };
  const load = (loadavg()[0]! / availableParallelism()).toFixed(2);
  const all = (['script', 'style', 'layout', 'script, style and layout', 'paint', 'all with paint', 'until painted (wall clock)'] as const).map((name) => `  ${sorted(name)}`);
  const lines = steps.map((value, step) => `  ${(value || 'all').padEnd(4)} ${sorted('script, style and layout', step)}`);
  const text = `198 States × 41 articles, ${found.length} filters, CPU × 4, load per processor ${load}; one frame is 16.7 ms; median / p90 / worst in ms:\n${[...all, ...lines].join('\n')}`;
  test.info().annotations.push({ type: 'filter', description: text });
  console.log(text);
  expect(found).toHaveLength(42);
});
