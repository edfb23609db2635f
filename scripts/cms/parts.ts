/** What the visual editor is made of, fetched when it is first asked for: its server by npm ci, its bundle as one checked file. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'fflate';
import { PROJECT } from '../process.ts';

/** The editor's package. As a dependency it would bring 644 packages that its bundle holds already. */
const BUNDLE = { name: 'decap-cms', version: '3.16.3', integrity: 'sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==' };
/** Of the package, the bundle and the pieces it loads; not its second name, nor its maps. */
const WANTED = /^package\/dist\/(?:(?:[\w.-]+\.)?decap-cms\.js|[\w-]+\.wasm)$/;

const folder = join(PROJECT, 'cms');

export interface CmsParts {
  /** Folder with decap-cms.js and its pieces. */
  bundle: string;
  /** Program of the server between the editor and git. */
  server: string;
}

/**
 * Fetches what is missing.
 *
 * @throws Error that says what could not be had
 */
export function cmsParts(say: (line: string) => void = () => {}): CmsParts {
  const bundle = join(PROJECT, '.cache', 'cms', `${BUNDLE.name}-${BUNDLE.version}`);
  if (!existsSync(bundle)) {
    say('Fetching the visual editor (16 MB, once) …');
    unpackInto(bundle);
  }
  const server = join(folder, 'node_modules/decap-server/dist/index.js');
  const marker = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(server) || !existsSync(marker) || statSync(marker).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs - 1000) {
    say('Installing its server (npm ci in cms/) …');
    npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], folder);
  }
  return { bundle, server };
}

function unpackInto(target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const workshop = mkdtempSync(join(dirname(target), 'fetch-'));
  try {
    npm(['pack', `${BUNDLE.name}@${BUNDLE.version}`, '--pack-destination', workshop, '--silent'], workshop);
    const packed = readdirSync(workshop).find((name) => name.endsWith('.tgz'));
    if (packed === undefined) throw new Error(`npm pack brought no ${BUNDLE.name}`);
    const bytes = readFileSync(join(workshop, packed));
    const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (digest !== BUNDLE.integrity) throw new Error(`${BUNDLE.name}@${BUNDLE.version} is not the package that was reviewed: its fingerprint is ${digest}. Nothing was used of it.`);
    const unpacked = join(workshop, 'bundle');
    mkdirSync(unpacked);
    for (const { name, content } of filesOfTar(gunzipSync(bytes))) if (WANTED.test(name)) writeFileSync(join(unpacked, basename(name)), content);
    if (!existsSync(join(unpacked, 'decap-cms.js'))) throw new Error(`${BUNDLE.name} holds no dist/decap-cms.js`);
    renameSync(unpacked, target);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Regular files of a tar archive: a header of 512 bytes, the content, filled up to 512. */
function* filesOfTar(tar: Uint8Array): Generator<{ name: string; content: Uint8Array }> {
  const text = (start: number, length: number): string => Buffer.from(tar.subarray(start, start + length)).toString('latin1').replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const prefix = text(at + 345, 155);
    const name = `${prefix === '' ? '' : `${prefix}/`}${text(at, 100)}`;
    const kind = tar[at + 156];
    if (kind === 0 || kind === 0x30) yield { name, content: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** As scripts/install.mjs: npm names itself when it runs a script. */
function npm(args: readonly string[], cwd: string): void {
  const own = process.env['npm_execpath'];
  const [command, ...before] = own ? [process.execPath, own] : ['npm'];
  const { status, stderr, error } = spawnSync(command!, [...before, ...args], { cwd, encoding: 'utf8', shell: !own && process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args[0]} failed: ${(error?.message ?? stderr).trim().split('\n').at(-1) ?? ''}`);
}
