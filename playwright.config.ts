import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/browser.mjs';

// The path is kept in the environment so that the workers do not unpack a browser each.
process.env['PW_CHROMIUM'] ??= await chromiumPath();

/** The site under test is a real build of the repository's content, served below a base path to prove that any will do. */
const PORT = Number(process.env['COMITY_TEST_PORT'] ?? 4399);

export default defineConfig({
  testDir: 'tests/e2e',
  // Playwright empties this folder; the site under test and the unit tests' report stand beside it.
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A second try tells a slow machine from a broken page; the report counts it.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['CI'] ? [['line'], ['json', { outputFile: 'test-results/playwright.json' }]] : [['line']],
  use: {
    browserName: 'chromium',
    baseURL: `http://127.0.0.1:${PORT}/library/`,
    launchOptions: {
      executablePath: process.env['PW_CHROMIUM'],
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: 'node scripts/run.mjs scripts/build.ts && node scripts/run.mjs scripts/serve.ts --port ' + PORT,
    url: `http://127.0.0.1:${PORT}/library/en/`,
    timeout: 300_000,
    reuseExistingServer: !process.env['CI'],
    env: { COMITY_BASE: '/library', COMITY_OUT: 'test-results/site', COMITY_SITE: 'https://library.example' },
    stdout: 'pipe',
  },
});
