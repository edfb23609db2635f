/**
 * The ledger: every address that was ever published, in `ledger.txt` of the content folder, so that none can vanish unnoticed.
 *
 * A line a record, sorted: its address, its expressions, its provisions, with a tab between them; numbers that follow one another
 * are drawn together. About 60 bytes a record of ours, and git keeps a changed line only.
 *
 *     laws/ke/act/2010/6	eng fra eng@2012-05-01	sec_3..7 sec_12a
 *
 * Not in it: lists, searches and comparisons, which are views; and ids that a heading without a number gets from its words.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfFile, parseAddress } from '../domain/address.ts';
import { flaw, nearest, type Flaw } from '../flaws/flaw.ts';
import { readText, type SourceFile } from './disk.ts';
import type { Entry } from './entry.ts';
import { instruments, type Library } from './library.ts';

/** Name of the ledger, below the content folder. */
export const LEDGER = 'ledger.txt';

const HEADING = '# Every address ever published: record, expressions, provisions. Written by npm run ledger; lines are never deleted by hand.';

export interface Published {
  expressions: Set<string>;
  eids: Set<string>;
  /** Line of the ledger; 0 where the address is not in it. */
  line: number;
}

export type Ledger = Map<string, Published>;

/** eIds of an expression's text. */
type EidsOf = (entry: Entry<unknown>) => ReadonlySet<string>;

/**
 * Reads a ledger.
 *
 * @param wanted addresses to read; all unless given: a check of one file need not read a hundred thousand lines in whole
 */
export function readLedger(text: string, shown: string, wanted: (path: string) => boolean = () => true): { ledger: Ledger; flaws: Flaw[] } {
  const ledger: Ledger = new Map();
  const flaws: Flaw[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const row = text.slice(start, end === -1 ? text.length : end);
    start = end === -1 ? text.length : end + 1;
    line++;
    if (row === '' || row.startsWith('#')) continue;
    const [path = '', expressions = '', eids = '', ...rest] = row.split('\t');
    if (!wanted(path)) continue;
    const address = parseAddress(path);
    const listed = [...words(expressions)];
    const ids = [...words(eids)].flatMap(unfold);
    if (address?.path !== path || rest.length > 0 || listed.some((word) => parseAddress(`${path}/${word}`)?.expression !== word) || ids.some((id) => parseAddress(`${path}#${id}`) === undefined)) {
      flaws.push(flaw('MalformedLedger', { file: shown, line, column: 1 }, `\`${row.length > 60 ? `${row.slice(0, 57)}…` : row}\``, 'an address, its expressions and its provisions, with tabs between'));
      continue;
    }
    ledger.set(path, { expressions: new Set(listed), eids: new Set(ids), line });
  }
  return { ledger, flaws };
}

/** The ledger of a content folder, for some addresses; empty where the folder has none. */
export function ledgerOf(root: string, wanted: (path: string) => boolean): Ledger {
  if (!existsSync(join(root, LEDGER))) return new Map();
  return readLedger(readText(root, { path: LEDGER, shown: LEDGER }).text ?? '', LEDGER, wanted).ledger;
}

/** A ledger as text: the same addresses give the same bytes. */
export function writeLedger(ledger: Ledger): string {
  const rows = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, { expressions, eids }]) => [path, [...expressions].sort().join(' '), fold(eids).join(' ')].join('\t').trimEnd());
  return `${[HEADING, ...rows].join('\n')}\n`;
}

/**
 * Every address that the content answers now.
 *
 * @param eidsOf reads a text; asked for laws of the library only
 */
export function publishedNow(files: readonly SourceFile[], library: Library, eidsOf: EidsOf): Ledger {
  const ledger = recordsNow(files);
  for (const work of library.laws.values()) {
    const published = ledger.get(`laws/${work.path}`);
    if (published) for (const eid of eidsOfWork(work, eidsOf)) published.eids.add(eid);
  }
  // Pages of a convention's articles, and its matrix, are addressed by its alias.
  for (const { data } of instruments(library)) ledger.set(`conventions/${data.alias!}`, { expressions: new Set(), eids: new Set(Object.keys(data.articles!)), line: 0 });
  return ledger;
}

/** Adds to a ledger what it does not have. Gives the number of records, expressions and provisions added. */
export function enter(ledger: Ledger, now: Ledger): number {
  let added = 0;
  for (const [path, { expressions, eids }] of now) {
    let known = ledger.get(path);
    if (!known) {
      known = { expressions: new Set(), eids: new Set(), line: 0 };
      ledger.set(path, known);
      added++;
    }
    for (const [set, values] of [[known.expressions, expressions], [known.eids, eids]] as const) {
      for (const value of values) {
        if (!set.has(value)) added++;
        set.add(value);
      }
    }
  }
  return added;
}

/**
 * Addresses of the ledger that neither answer nor are redirected.
 *
 * @param whole false where only a part of the library was read: provisions of what was not read are then not asked about
 */
export function vanished(ledger: Ledger, shown: string, files: readonly SourceFile[], library: Library, eidsOf: EidsOf, whole: boolean): Flaw[] {
  const now = recordsNow(files);
  const articles = new Map(instruments(library).map(({ data }) => [`conventions/${data.alias!}`, data.articles!]));
  const moved = new Set(library.redirects.map(({ from }) => from));
  const flaws: Flaw[] = [];
  for (const [path, { expressions, eids, line }] of ledger) {
    if (moved.has(path)) continue;
    const place = { file: shown, line, column: 1 };
    const report = (address: string, kind: string, suggestion: string | undefined): void =>
      void flaws.push(flaw('VanishedAddress', place, `\`${address}\`, which was published and is no more`, `the ${kind} again, or an entry \`from: "${address}"\` in redirects.yaml`, suggestion));
    if (path.startsWith('conventions/')) {
      const known = articles.get(path);
      if (!known && whole) report(path, 'convention with that alias', undefined);
      else if (known) for (const eid of eids) if (!Object.hasOwn(known, eid) && !moved.has(`${path}#${eid}`)) report(`${path}#${eid}`, 'article', undefined);
      continue;
    }
    const there = now.get(path);
    if (!there) {
      report(path, 'record', nearest(path, now.keys()));
      continue;
    }
    for (const expression of expressions) if (!there.expressions.has(expression) && !moved.has(`${path}/${expression}`)) report(`${path}/${expression}`, 'text', undefined);
    const work = eids.size > 0 ? library.laws.get(path.slice('laws/'.length)) : undefined;
    // Of a record with an error its provisions are not known: it is the error that is to be mended.
    if (!work || new Set([...work.expressions, ...work.versions]).size < there.expressions.size) continue;
    const known = eidsOfWork(work, eidsOf);
    for (const eid of eids) if (!known.has(eid) && !moved.has(`${path}#${eid}`)) report(`${path}#${eid}`, 'provision', nearest(eid, known));
  }
  return flaws;
}

/** Records and expressions, from the names of their files. */
function recordsNow(files: readonly SourceFile[]): Ledger {
  const ledger: Ledger = new Map();
  for (const { path } of files) {
    const address = addressOfFile(path);
    if (!address) continue;
    const known = ledger.get(address.path) ?? { expressions: new Set<string>(), eids: new Set<string>(), line: 0 };
    if (address.expression !== undefined) known.expressions.add(address.expression);
    ledger.set(address.path, known);
  }
  return ledger;
}

function eidsOfWork(work: { expressions: readonly Entry<unknown>[]; versions: readonly Entry<unknown>[] }, eidsOf: EidsOf): Set<string> {
  const eids = new Set<string>();
  for (const entry of new Set([...work.expressions, ...work.versions])) for (const eid of eidsOf(entry)) if (!eid.startsWith('hcontainer')) eids.add(eid);
  return eids;
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** `sec_3..7` → `sec_3`, …, `sec_7`. More than a law has is no range, so that a slip cannot fill the memory. */
function unfold(word: string): string[] {
  const { stem, first, last } = /^(?<stem>.*_)(?<first>\d{1,5})\.\.(?<last>\d{1,5})$/.exec(word)?.groups ?? {};
  if (stem === undefined) return [word];
  const [from, to] = [Number(first), Number(last)];
  return from < to ? Array.from({ length: to - from + 1 }, (_, index) => `${stem}${from + index}`) : [word];
}

/** Sorted by their words, then by their numbers; three and more that follow one another become a range. */
function fold(eids: ReadonlySet<string>): string[] {
  const sorted = [...eids].map((eid) => ({ eid, ...(/^(?<stem>.*_)(?<digits>0|[1-9]\d{0,4})$/.exec(eid)?.groups as { stem: string; digits: string } | undefined) }));
  sorted.sort((a, b) => compare(a.stem ?? a.eid, b.stem ?? b.eid) || Number(a.digits ?? -1) - Number(b.digits ?? -1));
  const words: string[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    const { stem, digits } = sorted[start]!;
    if (stem !== undefined) while (sorted[end + 1]?.stem === stem && Number(sorted[end + 1]!.digits) === Number(digits) + end + 1 - start) end++;
    if (end - start >= 2) words.push(`${sorted[start]!.eid}..${sorted[end]!.digits}`);
    else for (let index = start; index <= end; index++) words.push(sorted[index]!.eid);
    start = end + 1;
  }
  return words;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
