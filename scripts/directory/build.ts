/** Records → the edition as a folder of static files, with a checksum for every file. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { dirname, join, relative, sep } from 'node:path';
import { build as bundle } from 'vite';
import { INTERFACE_LANGUAGES } from '../../src/domain/language.ts';
import type { Entry } from '../../src/restricted/directory.ts';
import type { PublicLibrary } from '../../src/restricted/edition.ts';
import { folderOf } from '../../src/restricted/pages/frame.ts';
import { renderEdition } from '../../src/restricted/render.ts';
import { PROJECT } from '../process.ts';
import { MARK } from './output.ts';

const SCRIPTS = ['finder', 'clock', 'offline', 'edit'];

export interface BuiltEdition {
  name: string;
  files: number;
  /** SHA-256 over all checksums: the same records give the same digest. */
  digest: string;
}

/**
 * Builds beside the output and swaps, so that a failed build leaves the last edition.
 *
 * @param output checked by allowedOutput
 * @param library for links into it
 */
export async function buildEdition(entries: ReadonlyMap<string, Entry>, output: string, library?: PublicLibrary): Promise<BuiltEdition> {
  const stage = `${output}.stage-${process.pid}`;
  mkdirSync(stage, { recursive: true, mode: 0o750 });
  try {
    const { name, files } = renderEdition(entries, library);
    for (const [path, text] of files) write(join(stage, path), text);
    writePacks(stage, files);
    await bundleAssets(stage);
    const sums = checksums(stage);
    const digest = hash('sha256', JSON.stringify(sums));
    // The worker is the one file that must differ in every edition: its first line says which.
    const worker = join(stage, 'service-worker.js');
    writeFileSync(worker, `const EDITION=${JSON.stringify(digest.slice(0, 16))};\n${readFileSync(worker, 'utf8')}`);
    const all = checksums(stage);
    write(join(stage, MARK), `${JSON.stringify({ edition: name, digest, files: all }, null, 1)}\n`);
    const old = `${stage}-old`;
    if (existsSync(output)) renameSync(output, old);
    renameSync(stage, output);
    rmSync(old, { recursive: true, force: true });
    return { name, files: Object.keys(all).length + 1, digest };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * The pages of each language as one packed file, for those who take the edition along (client/service-worker.ts). Pages for editing
 * belong to one authority each and are in none.
 */
function writePacks(stage: string, files: ReadonlyMap<string, string>): void {
  for (const language of INTERFACE_LANGUAGES) {
    const folder = folderOf(language);
    const foreign = INTERFACE_LANGUAGES.filter((other) => other !== language).map(folderOf).filter((other) => other !== '');
    const own = [...files].filter(([path]) => path.startsWith(folder) && !path.startsWith(`${folder}edit/`) && !foreign.some((other) => path.startsWith(other)) && path !== 'robots.txt');
    write(join(stage, 'packs', `${language}.bin`), gzipSync(JSON.stringify(Object.fromEntries(own))));
  }
}

/** Scripts, styles and fonts; no file is inlined and none comes from elsewhere. */
async function bundleAssets(stage: string): Promise<void> {
  const source = join(PROJECT, 'src/restricted');
  const made = mkdtempSync(join(tmpdir(), 'comity-assets-'));
  const common = { root: PROJECT, configFile: false, logLevel: 'error', base: './', publicDir: false } as const;
  try {
    await bundle({
      ...common,
      build: {
        outDir: made, emptyOutDir: true, assetsInlineLimit: 0, sourcemap: false, modulePreload: false, cssCodeSplit: true, assetsDir: 'assets',
        rollupOptions: {
          input: { ...Object.fromEntries(SCRIPTS.map((name) => [name, join(source, `client/${name}.ts`)])), edition: join(source, 'styles/edition.css') },
          output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
        },
      },
    });
    await bundle({ ...common, build: { outDir: made, emptyOutDir: false, sourcemap: false, modulePreload: false, rollupOptions: { input: { 'service-worker': join(source, 'client/service-worker.ts') }, output: { entryFileNames: '[name].js' } } } });
    write(join(stage, 'assets/favicon.svg'), readFileSync(join(PROJECT, 'public/favicon.svg')));
    for (const path of filesBelow(made)) write(join(stage, path), readFileSync(join(made, path)));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, content);
}

function checksums(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile()).map((path) => relative(folder, join(folder, path)).split(sep).join('/')).sort();
}
