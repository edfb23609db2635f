// npm test: installs, then unit tests, a real build with its tests, and what a person does in a browser.
import { install, run } from './install.mjs';

install();
const filter = process.argv.slice(2);
const steps = [
  ['Unit and site tests', ['vitest', 'run', ...filter]],
  ['Browser tests', ['playwright', 'test', '--config=playwright.config.ts', ...filter]],
];
let failed = 0;
for (const [name, step] of steps) {
  console.log(`\n== ${name}`);
  if (run(...step) !== 0) {
    failed++;
    console.error(`${name}: failed`);
  }
}
process.exit(failed === 0 ? 0 : 1);
