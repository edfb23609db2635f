/**
 * npm run package: writes comity-<version>.zip and its SHA-256 from a built library (COMITY_OUT, else dist/). Unzipped, it opens from a
 * disk or a stick with no server: begin with index.html.
 *
 * Browsers forbid on file:// what a server allows: modules, fetch, and addresses that begin at a root. So links become relative and name
 * their files, each page's scripts become one classic script, and the search index becomes scripts that hand over its bytes.
 * Options: --out FOLDER (else the folder of the project).
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { filePage, fileStyles } from './package/file-links.ts';
import { ZipFile } from './package/zip.ts';
import { PROJECT } from './process.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: PROJECT } } });
const site = resolve(process.env['COMITY_OUT'] ?? 'dist');
const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
const started = performance.now();

if (!existsSync(join(site, '404.html'))) {
  console.error(`There is no library in ${site}. Build it first: npm run build`);
  process.exit(1);
}

/** Path the library was built for, as its first page names its own icon. */
const base = /<link rel="icon" href="([^"]*\/)favicon\.svg"/.exec(readFileSync(join(site, 'index.html'), 'utf8'))![1]!;
const files = filesBelow('').filter((path) => path !== '404.html' && path !== 'sw.js' && !path.startsWith('offline/') && !path.startsWith('search-index/parts/'));
const scripts = pageScripts();
const top = `comity-${version}`;
const archive = resolve(values.out, `${top}.zip`);
mkdirSync(resolve(values.out), { recursive: true });
const zip = new ZipFile(archive);

let count = 0;
const names = new Map(files.map((path) => [nameOf(path), path]));
for (const name of [...names.keys()].sort()) {
  const content = await contentOf(names.get(name)!);
  if (!content) continue;
  zip.add(`${top}/${name}`, content);
  count++;
}
const bytes = zip.finish();
const digest = createHash('sha256');
await pipeline(createReadStream(archive), digest);
const sum = digest.digest('hex');
writeFileSync(`${archive}.sha256`, `${sum}  ${basename(archive)}\n`);
console.log(`${archive}: ${count} files, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s\nSHA-256 ${sum}`);

/** Name in the archive: files of the search index become scripts. */
function nameOf(path: string): string {
  return path.startsWith('search-index/') ? `${path}.js` : path;
}

/** Content of a file in the archive; undefined for modules that only other modules ask for. */
async function contentOf(path: string): Promise<Uint8Array | undefined> {
  const content = readFileSync(join(site, path));
  if (path.endsWith('.html')) return Buffer.from(filePage(content.toString(), path, base));
  if (path.endsWith('.css')) return Buffer.from(fileStyles(content.toString(), path, base));
  if (path.startsWith('search-index/')) return Buffer.from(`comityFile(${JSON.stringify(path.slice('search-index/'.length))},"${content.toString('base64')}")\n`);
  if (path.endsWith('.js')) return scripts.has(path) ? Buffer.from(await classic(path)) : undefined;
  return content;
}

/** Scripts that pages ask for by themselves. */
function pageScripts(): Set<string> {
  const found = new Set<string>();
  for (const path of files) {
    if (!path.endsWith('.html')) continue;
    for (const [, address] of readFileSync(join(site, path), 'utf8').matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)) if (address!.startsWith(base)) found.add(address!.slice(base.length));
  }
  return found;
}

/** A module with all it imports, as one classic script. */
async function classic(path: string): Promise<string> {
  // What Vite reads of import.meta it needs for styles of modules loaded late, of which there are none.
  const build = await rolldown({ input: join(site, path), cwd: site, logLevel: 'warn', transform: { define: { 'import.meta': '{}' } } });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
