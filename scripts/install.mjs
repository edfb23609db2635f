// Installs the packages of the lockfile if they are not there yet or the lockfile is newer. Plain JavaScript for Node 20: it runs before anything else is there.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export function install() {
  const marker = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
  console.log('Installing packages (npm ci) …');
  // npm names itself in npm_execpath when it runs a script; called by hand, the npm on the PATH is taken.
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm ? [process.execPath, npm] : ['npm'];
  const result = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: !npm && process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('npm ci failed: see its message above. The rest needs the packages, so nothing more was done.');
    process.exit(result.status ?? 1);
  }
}

/** Runs a script of the project with the Node that comes with it. */
export function run(...args) {
  const result = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), ...args], { cwd: root, stdio: 'inherit' });
  return result.status ?? 1;
}
