// Which Chromium drives the browser tests: CHROMIUM_PATH, then the system's, then the one from npm (Linux x64), which needs nothing installed.
import { existsSync } from 'node:fs';

export async function chromiumPath() {
  for (const path of [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']) {
    if (path && existsSync(path) && !process.env.NPM_CHROMIUM) return path;
  }
  // Makes the package unpack the shared libraries it brings, which a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
