/**
 * A PDF of every law and case. Measured on 567 summaries: 5 ms and 39 kB each; on whole laws of six pages in six languages: up to
 * 0.1 s and 106 kB. So they are made at build like the pages, and a build makes only those whose text changed. A library of
 * thousands, or of many long texts, leaves them out and says so.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isoToTag } from '../../src/domain/language.ts';
import type { History } from '../../src/library/history.ts';
import type { ExpressionEntry } from '../../src/library/entry.ts';
import type { Library } from '../../src/library/library.ts';
import type { Press} from '../../src/print/compiler.ts';
import { PrintError } from '../../src/print/compiler.ts';
import { missingLettersIn } from '../../src/print/letters.ts';
import { caseRecord, lawRecord, type RecordPrint } from '../../src/print/record.ts';
import { secondsOf } from '../../src/print/stamp.ts';
import type { Stamp } from '../../src/print/volume.ts';
import type { Case } from '../../src/schema/case.ts';
import type { Law } from '../../src/schema/law.ts';
import { recordFile, type PrintedRecord } from '../../src/views/printed.ts';
import type { Shelf } from './shelf.ts';

/** Most texts, and most megabytes of them, whose PDFs are made when nobody asks for more. */
const MOST = 2000;
const MOST_MEGABYTES = 12;
/** Texts named when letters are missing; more are counted. */
const NAMED = 5;

export interface KeptRecord extends PrintedRecord {
  /** Name on the shelf. */
  kept: string;
}

/** The PDF of one text, to be on the shelf. */
export interface RecordTask {
  file: string;
  /** Name on the shelf without ending. */
  key: string;
  source: string;
  stamp: Stamp;
  /** The record: its file, and that as the person knows it. */
  path: string;
  shown: string;
  /** True where its PDF, or the reason why it has none, is on the shelf. */
  kept: () => boolean;
}

/** How many texts of laws and cases a folder of content has, and how large they are, without reading them. */
export function weighTexts(content: string): { count: number; bytes: number } {
  const texts = { count: 0, bytes: 0 };
  const below = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) below(path);
      else if (entry.name.endsWith('.md')) {
        texts.count++;
        texts.bytes += statSync(path).size;
      }
    }
  };
  for (const room of ['laws', 'cases']) if (existsSync(join(content, room))) below(join(content, room));
  return texts;
}

/** Why single PDFs are left out, in words; undefined where they are made. COMITY_SINGLE_PDFS is the most texts that are to be printed, however long. */
export function leftOut({ count, bytes }: ReturnType<typeof weighTexts>): string | undefined {
  const asked = process.env['COMITY_SINGLE_PDFS'];
  const most = Number(asked ?? MOST);
  if (!Number.isFinite(most)) throw new Error(`COMITY_SINGLE_PDFS is ${asked}; expected a number, such as ${MOST}`);
  const megabytes = Math.ceil(bytes / 1e6);
  if (count <= most && (asked !== undefined || megabytes <= MOST_MEGABYTES)) return undefined;
  return `PDFs of single laws and cases were left out: there are ${count} texts of ${megabytes} MB, and ${most} texts${asked === undefined ? ` of ${MOST_MEGABYTES} MB` : ''} are printed at most. COMITY_SINGLE_PDFS=${count} prints them; reckon 5 ms and 40 kB for a summary, 0.1 s and 100 kB for a law of six pages. Every page can be printed from the browser.`;
}

/**
 * What is to be on the shelf.
 *
 * @param content folder of the library
 * @param history what git knows of the records; its dates become those of the PDFs
 */
export function recordTasks(library: Library, content: string, shelf: Shelf, options: Omit<RecordPrint, 'library' | 'stamp'>, history: History): RecordTask[] {
  const stamps = new Map<string, Stamp>();
  // The newest first: what comes later in the list is older.
  for (const { hash, date, added, amended } of history.commits) for (const record of [...added, ...amended]) if (!stamps.has(record)) stamps.set(record, { day: date.slice(0, 10), revision: hash.slice(0, 9) });
  const task = (room: 'laws' | 'cases', work: { path: string }, entry: ExpressionEntry<Law | Case>, write: (print: RecordPrint) => string): RecordTask => {
    const stamp = stamps.get(`${room}/${work.path}`) ?? { day: `${entry.data.provenance.retrieved}-01-01`.slice(0, 10) };
    const source = write({ ...options, library, stamp });
    const key = shelf.key('record', source, stamp);
    const { language, version } = entry.expression;
    return { file: recordFile(room, work.path, isoToTag(language), version), key, source, stamp, path: join(content, entry.file.path), shown: entry.file.shown, kept: () => shelf.has(`${key}.pdf`) || shelf.has(`${key}.refused`) };
  };
  return [
    ...[...library.laws.values()].flatMap((work) => [...new Set([...work.expressions, ...work.versions])].map((entry) => task('laws', work, entry, (print) => lawRecord(print, work, entry)))),
    ...[...library.cases.values()].flatMap((work) => work.expressions.map((entry) => task('cases', work, entry, (print) => caseRecord(print, work, entry)))),
  ];
}

/** Makes those that are not on the shelf. @throws PrintError where a text cannot be set, and letters are not the reason */
export function printRecords(shelf: Shelf, tasks: readonly RecordTask[], open: () => Press): void {
  let press: Press | undefined;
  for (const [index, { key, source, stamp, path, shown, kept }] of tasks.entries()) {
    if (kept()) continue;
    press ??= open();
    try {
      shelf.put(`${key}.pdf`, press.print(source, ['ua-1'], secondsOf(stamp))[0]!.pdf);
    } catch (error) {
      if (!(error instanceof PrintError)) throw error;
      // A text stands as its State wrote it: a letter that no font here has costs its PDF, not the build.
      const letters = missingLettersIn(error.message, readFileSync(path, 'utf8'), shown);
      if (letters.length === 0 && !/could not be displayed|U\+/i.test(error.message)) throw new PrintError(`The PDF of ${shown} cannot be printed.\n${error.message}`);
      shelf.put(`${key}.refused`, letters[0] ?? `${shown}  ${error.message.split('\n')[0]!}`);
    }
    if (index % 25 === 24) press.rest();
  }
  press?.rest();
}

/** What is on the shelf, and in words which texts have no PDF. */
export function recordsOf(shelf: Shelf, tasks: readonly RecordTask[]): { kept: KeptRecord[]; words: string[] } {
  const refused = tasks.filter(({ key }) => shelf.has(`${key}.refused`)).map(({ key }) => shelf.read(`${key}.refused`));
  const kept = tasks.filter(({ key }) => shelf.has(`${key}.pdf`)).map(({ key, file }) => ({ file, bytes: statSync(shelf.path(`${key}.pdf`)).size, kept: `${key}.pdf` }));
  const words = refused.length === 0 ? [] : [`${refused.length} texts have no PDF of their own, because no font that is installed has all their letters:`, ...refused.slice(0, NAMED).map((line) => `  ${line}`), ...(refused.length > NAMED ? [`  and ${refused.length - NAMED} more.`] : [])];
  return { kept, words };
}
