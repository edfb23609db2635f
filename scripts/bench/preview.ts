/**
 * node scripts/run.mjs scripts/bench/preview.ts FILE ADDRESS [PORT]
 *
 * How long an editor waits: starts the preview on content/ (or COMITY_CONTENT), saves FILE (a record with a summary or a title) ten
 * times, each time with another word in it, and measures until a browser at ADDRESS shows the word. The file is put back at the end.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../../tests/browser.mjs';
import { PROJECT } from '../process.ts';

const [file, address, port = '4390'] = process.argv.slice(2);
if (!file || !address) {
  console.error('Usage: scripts/bench/preview.ts FILE ADDRESS [PORT], such as content/laws/ke/act/2009/9/eng.md /en/laws/ke/act/2009/9/');
  process.exit(2);
}
const text = readFileSync(file, 'utf8');
const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', port, '--host', '127.0.0.1'], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  await new Promise<void>((done) => server.stdout.on('data', (data: Buffer) => data.includes('watching') && done()));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}${address}`, { timeout: 120_000 });
  await page.waitForTimeout(3000);
  const times: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const word = `Preview${turn}word`;
    writeFileSync(file, text.replace(/^(summary|title): "/m, `$1: "${word} `));
    const saved = performance.now();
    await page.getByText(word).first().waitFor({ timeout: 30_000 });
    times.push(performance.now() - saved);
    await page.waitForTimeout(500);
  }
  times.sort((one, other) => one - other);
  console.log(`From save to shown: median ${times[5]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms (load of the machine ${loadavg()[0]!.toFixed(1)})`);
} finally {
  writeFileSync(file, text);
  await browser.close();
  server.kill();
}
