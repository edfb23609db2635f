/**
 * Prints the manuals and the digest of cases, A4 and Letter for reading (PDF/UA-1), A4 for archives (PDF/A-2a); and every law and
 * case by itself, A4 for reading.
 *
 * What was printed is kept in .cache/pdf under the hash of its source, so that only what changed is printed again, whichever
 * library was built in between. Where the platform has no Typst binding, nothing is printed and the site is built without.
 *
 * Usage: node scripts/pdf.ts MANIFEST                  prints, and writes into MANIFEST which PDFs there are
 *        node scripts/pdf.ts MANIFEST --beside         prints the half that a second processor takes, and writes no manifest
 *        node scripts/pdf.ts MANIFEST --copy FOLDER    copies the PDFs of MANIFEST into FOLDER/pdf/
 * Environment: COMITY_CONTENT (folder of records), COMITY_SITE and COMITY_BASE (where links lead), SOURCE_DATE_EPOCH,
 * COMITY_CHANGES (history of the records), COMITY_SINGLE_PDFS (most texts of laws and cases that are printed by themselves; 2000).
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { displayName } from '../src/domain/jurisdiction.ts';
import { endonym, isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../src/domain/language.ts';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report } from '../src/flaws/report.ts';
import { routes as routesOf, type Routes } from '../src/i18n/routes.ts';
import type { History } from '../src/library/history.ts';
import type { Library } from '../src/library/library.ts';
import { readLibrary } from '../src/library/read.ts';
import { fontsFor, fontsForAll, loadBinding, Press, PrintError } from '../src/print/compiler.ts';
import { digestThemes, digestVolume } from '../src/print/digest-volume.ts';
import { missingLetters } from '../src/print/letters.ts';
import { manualVolume } from '../src/print/manual-volume.ts';
import { secondsOf, stampOf } from '../src/print/stamp.ts';
import type { Paper, Stamp } from '../src/print/volume.ts';
import type { PrintedVolume } from '../src/views/printed.ts';
import { leftOut, printRecords, recordsOf, recordTasks, weighTexts, type KeptRecord } from './pdf/records.ts';
import { Shelf } from './pdf/shelf.ts';
import { PROJECT, runNode } from './process.ts';

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
/** Each of two processes that print needs up to 900 MB. */
const ROOM_FOR_TWO = 2_500_000_000;
const PAPERS: readonly Paper[] = ['A4', 'Letter'];
const content = resolve(process.env['COMITY_CONTENT'] ?? 'content');
/** Kept from build to build; COMITY_PDF_SHELF is for tests. */
const shelfFolder = resolve(process.env['COMITY_PDF_SHELF'] ?? join(PROJECT, '.cache/pdf'));
const [manifest = join(shelfFolder, 'manifest.json'), mode, destination] = process.argv.slice(2);

if (mode === '--copy' && destination !== undefined) copy(destination);
else {
  try {
    const made = await print(mode === '--beside');
    if (mode !== '--beside') writeFileSync(manifest, `${JSON.stringify(made, null, 1)}\n`);
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** A volume and its name on the shelf. */
interface Kept extends PrintedVolume {
  kept: string;
}

interface Manifest {
  volumes: Kept[];
  records: KeptRecord[];
}

/** A volume to be on the shelf. */
interface Task {
  job: Job;
  key: string;
  files: { purpose: PrintedVolume['purpose']; file: string }[];
}

async function print(beside: boolean): Promise<Manifest> {
  const none = { volumes: [], records: [] };
  const binding = loadBinding(PROJECT);
  if (!binding) {
    console.log('PDFs were skipped: this platform has no native Typst binding (@myriaddreamin/typst-ts-node-compiler). The site is whole without them.');
    return none;
  }
  const texts = weighTexts(content);
  const without = leftOut(texts);
  if (without !== undefined && !beside) console.log(without);
  const single = without === undefined && texts.count > 0;
  if (!single && !['manuals', 'cases'].some((name) => existsSync(join(content, name)))) return none;
  const started = performance.now();
  const { library, flaws } = readLibrary(content, relative(PROJECT, content).startsWith('..') ? content : relative(PROJECT, content));
  if (hasErrors(flaws)) {
    console.error(`${report(flaws.filter(({ level }) => level === 'error'), 'terminal')}\nNothing was printed.`);
    process.exit(1);
  }
  const shelf = new Shelf(shelfFolder, ['src/print/template.typ', 'src/print/compiler.ts', 'package-lock.json'].map((name) => join(PROJECT, name)));
  const fonts = fontsForAll(PROJECT);
  const tasks = [...jobs(library)].map((job): Task => {
    const key = shelf.key(job.source, job.stamp, job.language, job.purposes);
    return { job, key, files: job.purposes.map((purpose) => ({ purpose, file: `${key}-${purpose}.pdf` })) };
  });
  const missing = tasks.filter((task) => !isKept(shelf, task));
  const records = single ? recordTasks(library, content, shelf, { routes: publicRoutes(), families: fonts.families, placeName: placeNames(library) }, historyOf()) : [];
  const missingRecords = records.filter(({ kept }) => !kept());
  const openAll = (): Press => new Press(binding, PROJECT, fonts.files);
  // One press at a time: each holds its fonts, and the Chinese ones are large.
  let press: { language: string; press: Press } | undefined;
  const printAll = (wanted: readonly Task[]): void => {
    for (const task of [...wanted].sort((a, b) => (a.job.language < b.job.language ? -1 : a.job.language > b.job.language ? 1 : 0))) {
      const { language } = task.job;
      if (isKept(shelf, task)) continue;
      if (press?.language !== language) press = { language, press: new Press(binding, PROJECT, fontsFor(language, PROJECT)!.files) };
      printTask(shelf, task, press.press);
    }
  };
  // Two processors share the work: manuals here, the digest (which needs the most memory) and single PDFs beside them.
  const rest = missing.filter(({ job }) => job.volume === 'digest');
  if (beside) {
    printAll(rest);
    press = undefined;
    printRecords(shelf, missingRecords, openAll);
    return none;
  }
  const much = rest.length > 0 || missingRecords.length > 50;
  const helper = much && availableParallelism() > 1 && process.availableMemory() > ROOM_FOR_TWO ? runNode(['scripts/pdf.ts', manifest, '--beside'], { environment: {}, onLine: (line) => console.log(line) }).catch(() => {}) : undefined;
  await setTimeout(0); // the other process begins before this one is busy
  printAll(missing.filter((task) => !rest.includes(task)));
  // What it could not print is tried here again, and then said.
  await helper;
  printAll(rest);
  printRecords(shelf, missingRecords, openAll);
  const { kept, words } = recordsOf(shelf, records);
  for (const line of words) console.log(line);
  const volumes = volumesOf(shelf, tasks);
  const news = missing.length + missingRecords.length === 0 ? 'all as they were' : `${missing.length} volumes and ${missingRecords.length} single PDFs printed, the others as they were`;
  console.log(`${volumes.length} PDFs of volumes, ${kept.length} of single laws and cases; ${news}, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return { volumes, records: kept };
}

function isKept(shelf: Shelf, { key, files }: Task): boolean {
  return [`${key}.json`, ...files.map(({ file }) => file)].every((file) => shelf.has(file));
}

function printTask(shelf: Shelf, { job, key, files }: Task, press: Press): void {
  const begun = performance.now();
  try {
    const results = press.print(job.source, job.purposes.map((purpose) => STANDARDS[purpose]), secondsOf(job.stamp));
    results.forEach(({ pdf }, index) => shelf.put(files[index]!.file, pdf));
    shelf.put(`${key}.json`, JSON.stringify({ pages: results[0]!.pages }));
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
    throw new PrintError([`The volume ${job.volume} (${job.language}, ${job.paper}) cannot be printed.`, ...missingLetters(error.message, job.folder, PROJECT), error.message].join('\n'));
  }
  press.rest();
  console.log(`  ${job.volume} ${job.language} ${job.paper}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Volumes as a reader looks for them: what is read before what is kept. */
function volumesOf(shelf: Shelf, tasks: readonly Task[]): Kept[] {
  const rank = ({ purpose, paper }: Kept): number => (purpose === 'archive' ? 2 : paper === 'A4' ? 0 : 1);
  return tasks
    .flatMap(({ job, key, files }) => {
      const { pages } = JSON.parse(shelf.read(`${key}.json`)) as { pages: number };
      return files.map(({ purpose, file }): Kept => ({ file: `${job.volume}.${job.language}.${purpose === 'archive' ? 'archive' : job.paper.toLowerCase()}.pdf`, volume: job.volume, language: job.language, paper: job.paper, purpose, pages, bytes: statSync(shelf.path(file)).size, kept: file }));
    })
    .sort((a, b) => (a.volume < b.volume ? -1 : a.volume > b.volume ? 1 : a.language < b.language ? -1 : a.language > b.language ? 1 : rank(a) - rank(b)));
}

function placeNames(library: Library): (code: string, language: InterfaceLanguage) => string {
  return (code, language) => library.states.get(code)?.data.names[language] ?? displayName(code, language);
}

/** History of the records, as scripts/changes.ts wrote it. */
function historyOf(): History {
  const file = process.env['COMITY_CHANGES'];
  return file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as History) : { known: 'none', commits: [] };
}

/** Sources of all volumes that can be set: manuals in every language they exist in, the digest where most cases are translated. */
function* jobs(library: Library): Generator<Job> {
  const site = publicRoutes();
  const placeName = placeNames(library);
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
  const need = language === 'zh' ? ': the optional package @expo-google-fonts/noto-serif-sc' : language === 'ar' ? ': @fontsource/amiri' : '';
  if (!fonts && mode !== '--beside') console.log(`  ${volume} in ${endonym(language)} (${language}): skipped, because the font for this language is not installed${need}. Its pages are whole without.`);
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

function copy(folder: string): void {
  const { volumes, records } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  for (const { kept, file } of [...volumes, ...records]) {
    const target = join(folder, 'pdf', file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(shelfFolder, kept), target);
  }
}
