/**
 * A PDF of every law and case. Measured: 5 ms and 26 kB each, 567 in 3 s; so they are made at build like the pages, and a build
 * makes only those whose text changed. A library of many thousands leaves them out and says so.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isoToTag } from '../../src/domain/language.ts';
import type { History } from '../../src/library/history.ts';
import type { Library } from '../../src/library/library.ts';
import type { Press} from '../../src/print/compiler.ts';
import { PrintError } from '../../src/print/compiler.ts';
import { missingLettersIn } from '../../src/print/letters.ts';
import { caseRecord, lawRecord, type RecordPrint } from '../../src/print/record.ts';
import { secondsOf } from '../../src/print/stamp.ts';
import type { Stamp } from '../../src/print/volume.ts';
import { recordFile, type PrintedRecord } from '../../src/views/printed.ts';
import type { Shelf } from './shelf.ts';

/** Most texts whose PDFs are made when nobody asks for more. */
const MOST = 2000;
/** Texts named when letters are missing; more are counted. */
const NAMED = 5;

export interface KeptRecord extends PrintedRecord {
  /** Name on the shelf. */
  kept: string;
}

interface Job {
  file: string;
  shown: string;
  path: string;
  stamp: Stamp;
  source: () => string;
}

/** How many texts of laws and cases a folder of content has, without reading them. */
export function countTexts(content: string): number {
  const below = (folder: string): number => readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => sum + (entry.isDirectory() ? below(join(folder, entry.name)) : entry.name.endsWith('.md') ? 1 : 0), 0);
  return ['laws', 'cases'].map((room) => join(content, room)).reduce((sum, folder) => sum + (statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? below(folder) : 0), 0);
}

/** Why single PDFs are left out, in words; undefined where they are made. */
export function leftOut(count: number): string | undefined {
  const most = Number(process.env['COMITY_SINGLE_PDFS'] ?? MOST);
  if (!Number.isFinite(most)) throw new Error(`COMITY_SINGLE_PDFS is ${process.env['COMITY_SINGLE_PDFS']}; expected a number, such as ${MOST}`);
  if (count <= most) return undefined;
  return `PDFs of single laws and cases were left out: there are ${count} texts, and ${most} are printed at most. COMITY_SINGLE_PDFS=${count} prints them (about ${Math.ceil(count * 0.006)} s and ${Math.ceil(count * 0.03)} MB). Every page can be printed from the browser.`;
}

/**
 * Makes those that are not on the shelf.
 *
 * @param content folder of the library
 * @param history what git knows of the records; its dates become those of the PDFs
 */
export function printRecords(library: Library, content: string, shelf: Shelf, open: () => Press, print: Omit<RecordPrint, 'library' | 'stamp'>, history: History): { records: KeptRecord[]; printed: number; words: string[] } {
  const records: KeptRecord[] = [];
  const refused: string[] = [];
  let printed = 0;
  let press: Press | undefined;
  for (const { file, shown, path, stamp, source } of jobs(library, print, history)) {
    const text = source();
    const key = shelf.key('record', text, stamp);
    const [kept, refusal] = [`${key}.pdf`, `${key}.refused`];
    if (!shelf.has(kept) && !shelf.has(refusal)) {
      press ??= open();
      try {
        shelf.put(kept, press.print(text, ['ua-1'], secondsOf(stamp))[0]!.pdf);
        printed++;
      } catch (error) {
        if (!(error instanceof PrintError)) throw error;
        // A text stands as its State wrote it: a letter that no font here has costs its PDF, not the build.
        const letters = missingLettersIn(error.message, readFileSync(join(content, path), 'utf8'), shown);
        if (letters.length === 0 && !/could not be displayed|U\+/i.test(error.message)) throw new PrintError(`${shown}: ${error.message}`);
        shelf.put(refusal, letters[0] ?? `${shown}  ${error.message.split('\n')[0]!}`);
      }
      if (printed % 100 === 0) press.rest();
    }
    if (shelf.has(refusal)) refused.push(shelf.read(refusal));
    else records.push({ file, bytes: statSync(shelf.path(kept)).size, kept });
  }
  press?.rest();
  const words = refused.length === 0 ? [] : [`${refused.length} texts have no PDF of their own, because no font that is installed has all their letters:`, ...refused.slice(0, NAMED).map((line) => `  ${line}`), ...(refused.length > NAMED ? [`  and ${refused.length - NAMED} more.`] : [])];
  return { records, printed, words };
}

function* jobs(library: Library, options: Omit<RecordPrint, 'library' | 'stamp'>, history: History): Generator<Job> {
  const stamps = new Map<string, Stamp>();
  // The newest first: what comes later in the list is older.
  for (const { hash, date, added, amended } of history.commits) for (const record of [...added, ...amended]) if (!stamps.has(record)) stamps.set(record, { day: date.slice(0, 10), revision: hash.slice(0, 9) });
  const stampOf = (record: string, retrieved: string): Stamp => stamps.get(record) ?? { day: `${retrieved}-01-01`.slice(0, 10) };
  for (const work of library.laws.values()) {
    for (const entry of new Set([...work.expressions, ...work.versions])) {
      const stamp = stampOf(`laws/${work.path}`, entry.data.provenance.retrieved);
      yield { file: recordFile('laws', work.path, isoToTag(entry.expression.language), entry.expression.version), shown: entry.file.shown, path: entry.file.path, stamp, source: () => lawRecord({ ...options, library, stamp }, work, entry) };
    }
  }
  for (const work of library.cases.values()) {
    for (const entry of work.expressions) {
      const stamp = stampOf(`cases/${work.path}`, entry.data.provenance.retrieved);
      yield { file: recordFile('cases', work.path, isoToTag(entry.expression.language)), shown: entry.file.shown, path: entry.file.path, stamp, source: () => caseRecord({ ...options, library, stamp }, work, entry) };
    }
  }
}
