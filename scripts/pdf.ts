/**
 * Prints the manuals and the digest of cases: A4 and Letter for reading (PDF/UA-1), A4 for archives (PDF/A-2a).
 *
 * What was printed is kept in .cache/pdf under the hash of its source, so that only what changed is printed again, whichever
 * library was built in between. Where the platform has no Typst binding, nothing is printed and the site is built without.
 *
 * Usage: node scripts/pdf.ts MANIFEST                  prints, and writes into MANIFEST which volumes there are
 *        node scripts/pdf.ts MANIFEST --copy FOLDER    copies the volumes of MANIFEST into FOLDER/pdf/
 * Environment: COMITY_CONTENT (folder of records), COMITY_SITE and COMITY_BASE (where links lead), SOURCE_DATE_EPOCH.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayName } from '../src/domain/jurisdiction.ts';
import { isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../src/domain/language.ts';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report } from '../src/flaws/report.ts';
import { routes as routesOf, type Routes } from '../src/i18n/routes.ts';
import { readLibrary } from '../src/library/read.ts';
import { fontsFor, loadBinding, Press, PrintError } from '../src/print/compiler.ts';
import { digestThemes, digestVolume } from '../src/print/digest-volume.ts';
import { missingLetters } from '../src/print/letters.ts';
import { manualVolume } from '../src/print/manual-volume.ts';
import { secondsOf, stampOf } from '../src/print/stamp.ts';
import type { Paper, Stamp } from '../src/print/volume.ts';
import type { PrintedVolume } from '../src/views/printed.ts';
import { PROJECT } from './process.ts';

interface Job {
  volume: string;
  language: InterfaceLanguage;
  paper: Paper;
  stamp: Stamp;
  source: string;
  purposes: PrintedVolume['purpose'][];
  /** Folder of the content, where a letter that no font has is looked for. */
  folder: string;
}

const STANDARDS = { reading: 'ua-1', archive: 'a-2a' } as const;
const PAPERS: readonly Paper[] = ['A4', 'Letter'];
const content = resolve(process.env['COMITY_CONTENT'] ?? 'content');
const cache = join(PROJECT, '.cache/pdf');
const [manifest = join(cache, 'manifest.json'), mode, destination] = process.argv.slice(2);
const started = performance.now();
/** Hash of the template, the press and the packages, which every volume follows from. */
let fixed: string | undefined;

mkdirSync(cache, { recursive: true });
if (mode === '--copy' && destination !== undefined) copy(destination);
else writeFileSync(manifest, `${JSON.stringify(print(), null, 1)}\n`);

/** A volume and its file in the cache. */
interface Kept extends PrintedVolume {
  kept: string;
}

function print(): Kept[] {
  const binding = loadBinding(PROJECT);
  if (!binding) {
    console.log('PDFs were skipped: this platform has no native Typst binding (@myriaddreamin/typst-ts-node-compiler). The site is whole without them.');
    return [];
  }
  if (!['manuals', 'cases'].some((name) => existsSync(join(content, name)))) return [];
  const made: Kept[] = [];
  const presses = new Map<string, Press>();
  let printed = 0;
  for (const job of jobs()) {
    const files = job.purposes.map((purpose) => ({ purpose, file: `${keyOf(job)}-${purpose}.pdf` }));
    const record = join(cache, `${keyOf(job)}.json`);
    if (!existsSync(record) || files.some(({ file }) => !existsSync(join(cache, file)))) {
      const press = presses.get(job.language) ?? new Press(binding, PROJECT, fontsFor(job.language, PROJECT)!.files);
      presses.set(job.language, press);
      const begun = performance.now();
      try {
        const results = press.print(job.source, job.purposes.map((purpose) => STANDARDS[purpose]), secondsOf(job.stamp));
        results.forEach(({ pdf }, index) => put(join(cache, files[index]!.file), pdf));
        put(record, JSON.stringify({ pages: results[0]!.pages }));
      } catch (error) {
        if (!(error instanceof PrintError)) throw error;
        console.error([`The volume ${job.volume} (${job.language}, ${job.paper}) cannot be printed.`, ...missingLetters(error.message, job.folder, PROJECT), error.message].join('\n'));
        process.exit(1);
      }
      press.rest();
      printed++;
      console.log(`  ${job.volume} ${job.language} ${job.paper}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
    const { pages } = JSON.parse(readFileSync(record, 'utf8')) as { pages: number };
    utimesSync(record, new Date(), new Date());
    for (const { purpose, file } of files) {
      utimesSync(join(cache, file), new Date(), new Date());
      const name = `${job.volume}.${job.language}.${purpose === 'archive' ? 'archive' : job.paper.toLowerCase()}.pdf`;
      made.push({ file: name, volume: job.volume, language: job.language, paper: job.paper, purpose, pages, bytes: statSync(join(cache, file)).size, kept: file });
    }
  }
  sweep();
  console.log(`${made.length} PDFs, ${printed === 0 ? 'all as they were' : `${printed} volumes printed`}, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  // As a reader looks for them: what is read before what is kept.
  const rank = ({ purpose, paper }: Kept): number => (purpose === 'archive' ? 2 : paper === 'A4' ? 0 : 1);
  return made.sort((a, b) => (a.volume < b.volume ? -1 : a.volume > b.volume ? 1 : a.language < b.language ? -1 : a.language > b.language ? 1 : rank(a) - rank(b)));
}

/** Sources of all volumes that can be set: manuals in every language they exist in, the digest where most cases are translated. */
function* jobs(): Generator<Job> {
  const { library, flaws } = readLibrary(content);
  if (hasErrors(flaws)) {
    console.error(`${report(flaws.filter(({ level }) => level === 'error'), 'terminal')}\nNothing was printed.`);
    process.exit(1);
  }
  const site = publicRoutes();
  const placeName = (code: string, language: InterfaceLanguage): string => library.states.get(code)?.data.names[language] ?? displayName(code, language);
  for (const manual of library.manuals.values()) {
    for (const expression of manual.expressions) {
      const language = isoToTag(expression.language);
      const fonts = fontsOf(language, manual.slug);
      if (!fonts) continue;
      const folder = join(content, 'manuals', manual.path, expression.language);
      const stamp = stampOf(folder, dayOf(expression.data.date_document));
      for (const paper of PAPERS) {
        const source = manualVolume({ library, routes: site, expression, families: fonts.families, paper, stamp, placeName });
        yield { volume: manual.slug, language: language as InterfaceLanguage, paper, stamp, source, purposes: paper === 'A4' ? ['reading', 'archive'] : ['reading'], folder };
      }
    }
  }
  const counts = new Map<string, number>();
  for (const work of library.cases.values()) for (const { expression } of work.expressions) counts.set(expression.language, (counts.get(expression.language) ?? 0) + 1);
  for (const [iso, count] of [...counts].sort()) {
    const language = isoToTag(iso);
    if (count * 2 < library.cases.size || digestThemes(library, iso).size === 0) continue;
    const fonts = fontsOf(language, 'digest');
    if (!fonts) continue;
    const folder = join(content, 'cases');
    const stamp = stampOf(folder, '2026-01-01');
    for (const paper of PAPERS) {
      const source = digestVolume({ library, routes: site, iso, families: fonts.families, paper, stamp, placeName });
      yield { volume: 'digest', language: language as InterfaceLanguage, paper, stamp, source, purposes: paper === 'A4' ? ['reading', 'archive'] : ['reading'], folder };
    }
  }
}

function fontsOf(language: string, volume: string) {
  const fonts = isInterfaceLanguage(language) ? fontsFor(language, PROJECT) : undefined;
  if (!fonts) console.log(`  ${volume} ${language}: skipped, no font for this language is installed.`);
  return fonts;
}

function dayOf(date: string | undefined): string {
  return `${date ?? '2026'}-01-01`.slice(0, 10);
}

/** A volume leads to the site only where the site has an address of its own. */
function publicRoutes(): Routes | undefined {
  const origin = process.env['COMITY_SITE']?.replace(/\/+$/, '');
  if (!origin) return undefined;
  const local = routesOf(process.env['COMITY_BASE'] ?? '/');
  return {
    page: (...parts) => origin + local.page(...parts),
    law: (...parts) => origin + local.law(...parts),
    article: (...parts) => origin + local.article(...parts),
    case: (...parts) => origin + local.case(...parts),
    file: (path) => origin + local.file(path),
  };
}

/** Hash of everything a volume's bytes follow from. */
function keyOf({ source, stamp, language, purposes }: Job): string {
  fixed ??= createHash('sha256').update(readFileSync(join(PROJECT, 'src/print/template.typ'))).update(readFileSync(join(PROJECT, 'src/print/compiler.ts'))).update(readFileSync(join(PROJECT, 'package-lock.json'))).digest('hex');
  return createHash('sha256').update(JSON.stringify([fixed, source, stamp, language, purposes])).digest('hex').slice(0, 24);
}

/** Whole or not at all: another build may be reading. */
function put(path: string, content: Buffer | string): void {
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

/** What no build has used for two weeks is old. */
function sweep(): void {
  const old = Date.now() - 14 * 24 * 60 * 60 * 1000;
  for (const file of readdirSync(cache)) if (statSync(join(cache, file)).mtimeMs < old) rmSync(join(cache, file), { force: true });
}

function copy(folder: string): void {
  const volumes = JSON.parse(readFileSync(manifest, 'utf8')) as Kept[];
  if (volumes.length === 0) return;
  mkdirSync(join(folder, 'pdf'), { recursive: true });
  for (const { kept, file } of volumes) copyFileSync(join(cache, kept), join(folder, 'pdf', file));
}
