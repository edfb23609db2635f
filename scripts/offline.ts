/**
 * What the offline page and the service worker need, written into a built site: `sw.js` with its manifest, `offline/<language>.json`
 * (what can be kept, with sizes) and `offline/sets/<id>.json` (files of each set). Part of the build; by itself: scripts/offline.ts SITE CONTENT.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../src/domain/language.ts';
import type { Library } from '../src/library/library.ts';
import { readLibrary } from '../src/library/read.ts';
import type { Listing, SetFiles } from '../src/client/offline/store.ts';
import { filesOfSet, offlineSets } from './offline/sets.ts';
import { PROJECT } from './process.ts';

/** Most the shell of one language may weigh, in bytes. */
const SHELL = 1_500_000;
/** Pages of the shell: where a reader without a network finds her way. */
const SHELL_PAGES = ['', 'offline', 'search', 'conventions', 'states', 'regions', 'crimes', 'manuals', 'binder', 'about'];
/** Scripts that a language is written in, as the names of fonts have them. */
const SCRIPTS: Record<InterfaceLanguage, RegExp> = { en: /-latin-wght/, fr: /-latin-wght/, es: /-latin-wght/, ru: /-(?:latin|cyrillic)-wght/, ar: /-latin-wght|-arabic-/, zh: /-latin-wght/ };

interface Kept {
  bytes: number;
  digest: string;
}

/**
 * Writes them.
 *
 * @param site folder of a built site
 * @throws Error where the shell is heavier than it may be
 */
export async function writeOffline(site: string, library: Library): Promise<{ sets: number; shell: number }> {
  for (const made of ['sw.js', 'offline']) rmSync(join(site, made), { recursive: true, force: true });
  const files = readFiles(site);
  const index = join(site, 'search-index', 'languages.json');
  const search = existsSync(index) ? (JSON.parse(readFileSync(index, 'utf8')) as NonNullable<SetFiles['search']>) : {};
  const sets = offlineSets([...files.keys()], library, search);
  mkdirSync(join(site, 'offline', 'sets'), { recursive: true });
  for (const [id, set] of sets) writeFileSync(join(site, 'offline', 'sets', `${id}.json`), `${JSON.stringify(set)}\n`);

  const assets = [...files.keys()].filter((file) => file.startsWith('assets/'));
  const common = assets.filter((file) => /\.(?:css|js)$/.test(file)).concat('favicon.svg');
  const fonts = assets.filter((file) => file.endsWith('.woff2'));
  const languages: Record<string, string[]> = {};
  let heaviest = 0;
  for (const language of INTERFACE_LANGUAGES) {
    const pages = SHELL_PAGES.map((page) => (page === '' ? `${language}/` : `${language}/${page}/`)).filter((page) => files.has(page));
    languages[language] = [...pages, ...fonts.filter((font) => SCRIPTS[language].test(font))];
    const shell = weigh(files, [...common, ...languages[language]]);
    if (shell.bytes > SHELL) throw new Error(`The shell of ${language} weighs ${shell.bytes} bytes; ${SHELL} are allowed. Take pages out of scripts/offline.ts.`);
    heaviest = Math.max(heaviest, shell.bytes);
    const listing: Listing = {
      assets: { ...pick(weigh(files, assets)), files: assets },
      shell: { bytes: shell.bytes },
      sets: Object.fromEntries(
        [...sets.keys()].map((id) => {
          const own = filesOfSet(sets, id, language);
          const { bytes, digest } = weigh(files, own);
          return [id, [own.length, bytes, digest]];
        }),
      ),
    };
    writeFileSync(join(site, 'offline', `${language}.json`), `${JSON.stringify(listing)}\n`);
  }
  const { digest: version } = weigh(files, [...common, ...Object.values(languages).flat()]);
  writeFileSync(join(site, 'sw.js'), `const MANIFEST = ${JSON.stringify({ version, common, languages })};\n${await bundle()}`);
  return { sets: sets.size, shell: heaviest };
}

/** Every file of the site by its address (a page by its folder's), in order, weighed. */
function readFiles(site: string): Map<string, Kept> {
  const files = new Map<string, Kept>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else {
        const content = readFileSync(join(site, path));
        files.set(path.replace(/(^|\/)index\.html$/, '$1'), { bytes: content.length, digest: createHash('sha1').update(content).digest('base64') });
      }
    }
  };
  visit('');
  return files;
}

function weigh(files: ReadonlyMap<string, Kept>, addresses: readonly string[]): Kept {
  const digest = createHash('sha256');
  let bytes = 0;
  for (const address of [...new Set(addresses)].sort()) {
    const file = files.get(address)!;
    bytes += file.bytes;
    digest.update(`${address} ${file.digest}\n`);
  }
  return { bytes, digest: digest.digest('hex').slice(0, 12) };
}

const pick = ({ bytes, digest }: Kept): Kept => ({ bytes, digest });

async function bundle(): Promise<string> {
  const build = await rolldown({ input: join(PROJECT, 'src/client/service-worker.ts'), cwd: PROJECT, logLevel: 'warn' });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code;
}

if (import.meta.main) {
  const [site, content] = process.argv.slice(2);
  if (site === undefined || content === undefined) {
    console.error('Usage: node scripts/run.mjs scripts/offline.ts SITE CONTENT');
    process.exit(1);
  }
  const { sets, shell } = await writeOffline(resolve(site), readLibrary(resolve(content), content).library);
  console.log(`Offline: ${sets} sets, shell of ${(shell / 1e6).toFixed(2)} MB`);
}
