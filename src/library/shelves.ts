/** The folders of content/ and how a file of each is read. A file is read on its own, so that several threads can read a library. */
import { isLanguage } from '../domain/language.ts';
import { caseRecord, caseTranslation, type Case } from '../schema/case.ts';
import { law, lawTranslation, type Law } from '../schema/law.ts';
import { state, type State } from '../schema/state.ts';
import { crime, network, type Crime, type Network } from '../schema/topic.ts';
import { readText, type SourceFile } from './disk.ts';
import { readExpression, readRecord, type Entry, type EntryResult, type ExpressionEntry } from './entry.ts';
import type { Memory } from './memory.ts';

/** Every record found so far. */
export interface Shelves {
  laws: ExpressionEntry<Law>[];
  cases: ExpressionEntry<Case>[];
  states: Map<string, Entry<State>>;
  /** Pages on types of crime: crime type → language (ISO 639-3) → entry. */
  crimes: Map<string, Map<string, Entry<Crime>>>;
  /** Pages on networks: slug → language (ISO 639-3) → entry. */
  networks: Map<string, Map<string, Entry<Network>>>;
}

interface Folder<Found extends Entry<unknown>> {
  read: (file: SourceFile, text: string) => EntryResult<Found>;
  shelve: (shelves: Shelves, entry: Found) => void;
}

const laws: Folder<ExpressionEntry<Law>> = {
  read: (file, text) => readExpression<Law>(file, text, 'laws', law, lawTranslation),
  shelve: (shelves, entry) => shelves.laws.push(entry),
};

const cases: Folder<ExpressionEntry<Case>> = {
  read: (file, text) => readExpression<Case>(file, text, 'cases', caseRecord, caseTranslation),
  shelve: (shelves, entry) => shelves.cases.push(entry),
};

const states: Folder<Entry<State>> = {
  read: (file, text) => readRecord(file, text, state, ({ iso2 }) => ({ path: `states/${iso2}.md`, key: 'iso2' })),
  shelve: (shelves, entry) => shelves.states.set(entry.data.iso2, entry),
};

const crimes: Folder<Entry<Crime>> = {
  read: (file, text) => readRecord(file, text, crime, ({ crime_type, language }) => ({ path: `crimes/${crime_type.replaceAll('_', '-')}/${language}.md`, key: 'crime_type' })),
  shelve: (shelves, entry) => shelveByLanguage(shelves.crimes, entry.data.crime_type, entry),
};

const networks: Folder<Entry<Network>> = {
  read: (file, text) => readRecord(file, text, network, ({ language }) => ({ path: `networks/${slugOf(file)}/${language}.md`, key: 'language' })),
  shelve: (shelves, entry) => shelveByLanguage(shelves.networks, slugOf(entry.file), entry),
};

const FOLDERS = { laws, cases, states, crimes, networks } as unknown as Readonly<Record<string, Folder<Entry<unknown>>>>;

/** Names of the folders that hold records, in the order they are told to people. */
export const RECORD_FOLDERS: readonly string[] = Object.keys(FOLDERS);

export function emptyShelves(): Shelves {
  return { laws: [], cases: [], states: new Map(), crimes: new Map(), networks: new Map() };
}

/** True for the path of a file that is read as a record. */
export function isRecord(path: string): boolean {
  return path.endsWith('.md') && Object.hasOwn(FOLDERS, folderName(path));
}

/**
 * Reads one record, with what is wrong in its bytes and in its front matter.
 *
 * @param root content folder
 * @param file a file of it for which {@link isRecord} is true
 * @param memory what is remembered of an earlier reading
 */
export function readRecordFile(root: string, file: SourceFile, memory?: Memory): EntryResult<Entry<unknown>> {
  const { text, flaws } = memory ? memory.read(root, file) : readText(root, file);
  if (text === undefined) return { flaws };
  const make = (): EntryResult<Entry<unknown>> => FOLDERS[folderName(file.path)]!.read(file, text);
  const read = memory ? memory.record(file, text, make) : make();
  return { ...(read.entry ? { entry: read.entry } : {}), flaws: [...flaws, ...read.flaws] };
}

/** Puts a record where it belongs. */
export function shelve(shelves: Shelves, entry: Entry<unknown>): void {
  FOLDERS[folderName(entry.file.path)]!.shelve(shelves, entry);
}

function folderName(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

function slugOf(file: SourceFile): string {
  return file.path.split('/')[1]!;
}

function shelveByLanguage<Data extends { language: string }>(shelf: Map<string, Map<string, Entry<Data>>>, key: string, entry: Entry<Data>): void {
  const languages = shelf.get(key) ?? new Map<string, Entry<Data>>();
  if (isLanguage(entry.data.language)) languages.set(entry.data.language, entry);
  shelf.set(key, languages);
}
