/**
 * npm run page-diff -- BEFORE AFTER OUT [--most=24]
 *
 * Compares two built folders for a reviewer: which pages were added, removed, changed. OUT/index.html lists them, and shows the
 * first changed ones before, after, and with what differs in red. Where no browser is to be had, the list stands without pictures.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../tests/browser.mjs';
import { comparePages, reportHtml, reportWords, type Picture } from './page-diff/compare.ts';
import { redDifferences } from './page-diff/pixels.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { most: { type: 'string', default: '24' } } });
const [before, after, out] = positionals.map((folder) => resolve(process.env['INIT_CWD'] ?? '.', folder));
if (!before || !after || !out || !existsSync(before) || !existsSync(after)) {
  console.error('Usage: npm run page-diff -- BEFORE AFTER OUT [--most=24], where BEFORE and AFTER are built sites');
  process.exit(2);
}

const changes = comparePages(pagesOf(before), pagesOf(after));
mkdirSync(out, { recursive: true });
const pictures = changes.changed.length === 0 || values.most === '0' ? [] : await photograph(changes.changed.slice(0, Number(values.most)));
writeFileSync(join(out, 'index.html'), reportHtml(changes, pictures));
const words = reportWords(changes);
console.log(`${words}\n${join(out, 'index.html')}`);
if (process.env['GITHUB_STEP_SUMMARY']) appendFileSync(process.env['GITHUB_STEP_SUMMARY'], `${words}\n`);

/** Address → text of every page below a folder. */
function pagesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return new Map(names.sort().map((name) => [name.replace(/(^|\/)index\.html$/, '$1'), readFileSync(join(folder, name), 'utf8')]));
}

async function photograph(addresses: readonly string[]): Promise<Picture[]> {
  try {
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'] });
    const page = await browser.newPage({ viewport: { width: 1024, height: 800 } });
    const made: Picture[] = [];
    for (const [index, address] of addresses.entries()) {
      const [old, fresh] = [await shoot(page, before!, address), await shoot(page, after!, address)];
      await page.unrouteAll();
      await page.goto('about:blank');
      const { picture, pixels } = await page.evaluate(redDifferences, { old: old.toString('base64'), fresh: fresh.toString('base64') });
      const names = { before: `${index + 1}-before.png`, after: `${index + 1}-after.png`, difference: `${index + 1}-difference.png` };
      writeFileSync(join(out!, names.before), old);
      writeFileSync(join(out!, names.after), fresh);
      writeFileSync(join(out!, names.difference), Buffer.from(picture, 'base64'));
      made.push({ address, pixels, ...names });
    }
    await browser.close();
    return made;
  } catch (error) {
    console.error(`page-diff: no pictures, because the browser failed: ${(error as Error).message.split('\n')[0]}`);
    return [];
  }
}

/** A page as it looks, from files alone: no server, and nothing from elsewhere. */
async function shoot(page: Page, folder: string, address: string): Promise<Buffer> {
  await page.unrouteAll();
  await page.route('**/*', (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    return file.startsWith(folder) && existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' });
  });
  await page.goto(`http://site.invalid/${address}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return page.screenshot({ clip: { x: 0, y: 0, width: 1024, height: Math.min(height, 6000) }, fullPage: true, animations: 'disabled' });
}
