/** content/ → Library. One function, used by pages, linter, importer and tests; all problems of a folder come back in one list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage } from '../domain/language.ts';
import { flaw, type Flaw, type Place } from '../flaws/flaw.ts';
import { CASE_WORK_KEYS, caseRecord, caseTranslation, type Case } from '../schema/case.ts';
import { LAW_WORK_KEYS, law, lawTranslation, type Law } from '../schema/law.ts';
import { checkSchema, readYaml, splitFrontMatter } from '../schema/parse.ts';
import { redirects as redirectsSchema, type Redirect } from '../schema/redirect.ts';
import { reviews as reviewsSchema, type Review } from '../schema/review.ts';
import { state, type State } from '../schema/state.ts';
import { crime, network, type Crime, type Network } from '../schema/topic.ts';
import { decodeText, listFiles, readText, type SourceFile } from './disk.ts';
import { readExpression, readRecord, type Entry, type EntryResult, type ExpressionEntry } from './entry.ts';
import { groupWorks, type Library } from './library.ts';
import { LEDGER } from './ledger.ts';
import { linkFlaws, placeIn } from './links.ts';
import type { Memory } from './memory.ts';
import { REDIRECTS } from './redirects.ts';
import { victimFlaws } from './victims.ts';
import { readManuals } from './manuals.ts';

export interface ReadOptions {
  /** Paths (below the folder) to read; all unless given. A part cannot know of links to what was not read: see part.ts. */
  wanted?: (path: string) => boolean;
  /** Of the records read, those whose references are followed; all unless given. */
  judged?: (path: string) => boolean;
  /** Files of the folder, where the caller has listed them. */
  listed?: ReturnType<typeof listFiles>;
  /** What is remembered of an earlier reading, for a preview that reads the library again after every edit. */
  memory?: Memory;
}

export interface ReadLibrary {
  library: Library;
  flaws: Flaw[];
}

/** Everything found so far; each folder of content/ adds to it in its own way. */
interface Shelves {
  laws: ExpressionEntry<Law>[];
  cases: ExpressionEntry<Case>[];
  states: Map<string, Entry<State>>;
  crimes: Map<string, Map<string, Entry<Crime>>>;
  networks: Map<string, Map<string, Entry<Network>>>;
  reviews: Review[];
  placeOfReview: (index: number) => Place;
  redirects: Redirect[];
}

type Remember = <Found extends Entry<unknown>>(file: SourceFile, text: string, make: () => EntryResult<Found>) => EntryResult<Found>;
type Shelve = (shelves: Shelves, file: SourceFile, text: string, remember: Remember) => Flaw[];

/** Folder of content/ → how its files are read. Nothing else below content/ is read. */
const FOLDERS: Record<string, Shelve> = {
  laws: (shelves, file, text, remember) => keep(remember(file, text, () => readExpression<Law>(file, text, 'laws', law, lawTranslation)), (entry) => shelves.laws.push(entry)),
  cases: (shelves, file, text, remember) => keep(remember(file, text, () => readExpression<Case>(file, text, 'cases', caseRecord, caseTranslation)), (entry) => shelves.cases.push(entry)),
  states: (shelves, file, text, remember) => keep(remember(file, text, () => readRecord(file, text, state, ({ iso2 }) => ({ path: `states/${iso2}.md`, key: 'iso2' }))), (entry) => shelves.states.set(entry.data.iso2, entry)),
  crimes: (shelves, file, text, remember) => keep(remember(file, text, () => readRecord(file, text, crime, ({ crime_type, language }) => ({ path: `crimes/${crime_type.replaceAll('_', '-')}/${language}.md`, key: 'crime_type' }))), (entry) => shelveByLanguage(shelves.crimes, entry.data.crime_type, entry)),
  networks: (shelves, file, text, remember) => keep(remember(file, text, () => readRecord(file, text, network, ({ language }) => ({ path: `networks/${file.path.split('/')[1]}/${language}.md`, key: 'language' }))), (entry) => shelveByLanguage(shelves.networks, file.path.split('/')[1]!, entry)),
};

/** Written by the importer and by `npm run ledger` beside the records. */
const NO_RECORDS = new Set(['import-map.tsv', LEDGER]);

/**
 * Reads and links every record below a content folder. Records with errors are left out of the library; their flaws say why.
 *
 * @param root content folder
 * @param shownRoot how flaws call that folder
 * @param options what to read, and how
 */
export function readLibrary(root: string, shownRoot: string = root, { wanted = () => true, judged = () => true, listed = listFiles(root, shownRoot.replace(/\/+$/, '')), memory }: ReadOptions = {}): ReadLibrary {
  const read = memory?.read ?? readText;
  const { files } = listed;
  const flaws = [...listed.flaws];
  const shelves: Shelves = { laws: [], cases: [], states: new Map(), crimes: new Map(), networks: new Map(), reviews: [], redirects: [], placeOfReview: () => ({ file: 'reviews.yaml', line: 1, column: 1 }) };
  const pathsSeen = new Map<string, string>();
  const manualFiles: SourceFile[] = [];
  const remember: Remember = (file, text, make) => (memory ? memory.record(file, text, make) : make());
  for (const file of files) {
    if (file.path.startsWith('manuals/')) {
      manualFiles.push(file);
      continue;
    }
    if (file.path === REDIRECTS) {
      flaws.push(...readRedirects(shelves, root, file));
      continue;
    }
    if (NO_RECORDS.has(file.path) || !wanted(file.path)) continue;
    if (file.path === 'reviews.yaml') {
      flaws.push(...readReviews(shelves, root, file));
      continue;
    }
    const folder = file.path.split('/')[0]!;
    const shelve = Object.hasOwn(FOLDERS, folder) ? FOLDERS[folder] : undefined;
    if (!shelve || !file.path.endsWith('.md')) {
      flaws.push(flaw('UnexpectedFile', file.shown, `\`${file.path}\``, `a record (.md) in ${Object.keys(FOLDERS).map((name) => `${name}/`).join(', ')}`));
      continue;
    }
    const folded = file.path.toLowerCase();
    const twin = pathsSeen.get(folded);
    if (twin !== undefined) flaws.push(flaw('DuplicateIdentifier', file.shown, `the path of \`${twin}\`, but for capitals`, 'a path of its own'));
    pathsSeen.set(folded, file.path);
    const { text, flaws: textFlaws } = read(root, file);
    flaws.push(...textFlaws);
    if (text !== undefined) flaws.push(...shelve(shelves, file, text, remember));
  }
  flaws.push(...inherit(root, shelves.laws, LAW_WORK_KEYS), ...inherit(root, shelves.cases, CASE_WORK_KEYS));
  const { aliases, flaws: aliasFlaws } = readAliases(root, shelves.laws);
  const { manuals, flaws: manualFlaws } = manualsOf(root, wholeManuals(manualFiles, wanted), memory);
  const library: Library = {
    root,
    laws: groupWorks(shelves.laws),
    cases: groupWorks(shelves.cases),
    states: shelves.states,
    crimes: shelves.crimes,
    networks: shelves.networks,
    manuals,
    reviews: shelves.reviews,
    redirects: shelves.redirects,
    aliases,
  };
  flaws.push(...aliasFlaws, ...manualFlaws, ...linkFlaws(library, shelves.placeOfReview, judged, memory), ...victimFlaws(library));
  return { library, flaws };
}

/** A chapter cannot be judged without its manual: of a manual asked about in part, all files are read. */
function wholeManuals(files: readonly SourceFile[], wanted: (path: string) => boolean): SourceFile[] {
  const folderOf = ({ path }: SourceFile): string => path.slice(0, path.lastIndexOf('/'));
  const folders = new Set(files.filter(({ path }) => wanted(path)).map(folderOf));
  return files.filter((file) => folders.has(folderOf(file)));
}

/** Manuals are judged whole, and so remembered whole. */
function manualsOf(root: string, files: readonly SourceFile[], memory: Memory | undefined): ReturnType<typeof readManuals> {
  if (!memory) return readManuals(root, files);
  const texts = files.map((file) => `${file.path}\n${memory.read(root, file).text ?? ''}`).join('\n');
  return memory.value('manuals', texts, () => readManuals(root, files));
}

/** Text of an entry, read anew: entries do not keep it. */
export function bodyOf(library: Library, entry: Entry<unknown>): string {
  const bytes = readFileSync(join(library.root, entry.file.path));
  const plain = bytes.toString('utf8');
  // Clean text was found clean when the library was read; only what had to be mended then is mended again.
  const text = plain.charCodeAt(0) === 0xfeff || plain.includes('\r') ? decodeText(bytes, entry.file.shown).text : plain;
  const split = splitFrontMatter(text ?? '', entry.file.shown);
  if ('name' in split) throw new Error(`${entry.file.shown} changed while it was being read: ${split.actual}`);
  return split.body;
}

function keep<Found>(result: EntryResult<Found>, shelve: (entry: Found) => void): Flaw[] {
  if (result.entry) shelve(result.entry);
  return result.flaws;
}

function shelveByLanguage<Data extends { language: string }>(shelf: Map<string, Map<string, Entry<Data>>>, key: string, entry: Entry<Data>): void {
  const languages = shelf.get(key) ?? new Map<string, Entry<Data>>();
  if (isLanguage(entry.data.language)) languages.set(entry.data.language, entry);
  shelf.set(key, languages);
}

function readReviews(shelves: Shelves, root: string, file: SourceFile): Flaw[] {
  const { text, flaws } = readText(root, file);
  if (text === undefined) return flaws;
  const yaml = readYaml(text, file.shown, 1);
  const { record, flaws: found } = checkSchema(reviewsSchema, yaml);
  shelves.reviews = record ?? [];
  shelves.placeOfReview = (index) => yaml.placeOf([index, 'article']);
  return [...flaws, ...found];
}

function readRedirects(shelves: Shelves, root: string, file: SourceFile): Flaw[] {
  const { text, flaws } = readText(root, file);
  if (text === undefined) return flaws;
  const { record, flaws: found } = checkSchema(redirectsSchema, readYaml(text, file.shown, 1));
  shelves.redirects = record ?? [];
  return [...flaws, ...found];
}

/** Gives each translation the data of the work from the expression it translates; drops translations that have none. */
function inherit<Data extends { language: string; translation?: { of?: string | undefined } | undefined }>(
  root: string,
  entries: ExpressionEntry<Data>[],
  workKeys: readonly (keyof Data)[],
): Flaw[] {
  const flaws: Flaw[] = [];
  const originals = new Map(entries.filter((entry) => entry.data.translation?.of === undefined).map((entry) => [`${entry.expression.work}/${entry.expression.language}`, entry]));
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]!;
    const of = entry.data.translation?.of;
    if (of === undefined) continue;
    const base = originals.get(`${entry.expression.work}/${of}`);
    if (!base) {
      flaws.push(flaw('MissingTranslationBase', placeIn(root, entry, ['translation', 'of']), `\`translation.of: ${of}\``, `the file \`${of}.md\` beside it`));
      entries.splice(index, 1);
      continue;
    }
    for (const key of workKeys) if (entry.data[key] === undefined) entry.data[key] = base.data[key];
  }
  return flaws;
}

function readAliases(root: string, laws: readonly ExpressionEntry<Law>[]): { aliases: Map<string, string>; flaws: Flaw[] } {
  const aliases = new Map<string, string>();
  const flaws: Flaw[] = [];
  for (const entry of laws) {
    const { data, expression } = entry;
    if (data.alias === undefined) continue;
    const holder = aliases.get(data.alias);
    if (holder !== undefined && holder !== expression.work) {
      flaws.push(flaw('DuplicateAlias', placeIn(root, entry, ['alias']), `\`alias: ${data.alias}\`, which names \`${holder}\``, 'an alias of its own'));
    } else aliases.set(data.alias, expression.work);
  }
  return { aliases, flaws };
}
