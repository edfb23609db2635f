/** content/ → Library. One function, used by pages, linter, importer and tests; all problems of a folder come back in one list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flaw, type Flaw, type Place } from '../flaws/flaw.ts';
import { CASE_WORK_KEYS } from '../schema/case.ts';
import { LAW_WORK_KEYS, type Law } from '../schema/law.ts';
import { checkSchema, readYaml, splitFrontMatter } from '../schema/parse.ts';
import { redirects as redirectsSchema, type Redirect } from '../schema/redirect.ts';
import { reviews as reviewsSchema, type Review } from '../schema/review.ts';
import { decodeText, listFiles, readText, type SourceFile } from './disk.ts';
import type { Entry, EntryResult, ExpressionEntry } from './entry.ts';
import { groupWorks, type Library } from './library.ts';
import { LEDGER } from './ledger.ts';
import { linkFlaws, placeIn } from './links.ts';
import type { Memory } from './memory.ts';
import { REDIRECTS } from './redirects.ts';
import { emptyShelves, isRecord, readRecordFile, RECORD_FOLDERS, shelve, type Shelves } from './shelves.ts';
import { victimFlaws } from './victims.ts';
import { readManuals } from './manuals.ts';

export interface ReadOptions {
  /** Paths (below the folder) to read; all unless given. A part cannot know of links to what was not read: see part.ts. */
  wanted?: (path: string) => boolean;
  /** Of the records read, those whose references are followed; all unless given. */
  judged?: (path: string) => boolean;
  /** Files of the folder, where the caller has listed them. */
  listed?: ReturnType<typeof listFiles>;
  /** Reads a record, where the caller has read it already; {@link readRecordFile} unless given. */
  recordOf?: (file: SourceFile) => EntryResult<Entry<unknown>>;
  /** What is remembered of an earlier reading, for a preview that reads the library again after every edit. */
  memory?: Memory;
}

export interface ReadLibrary {
  library: Library;
  flaws: Flaw[];
}

/** What is in content/ beside records. */
interface Lists {
  reviews: Review[];
  placeOfReview: (index: number) => Place;
  redirects: Redirect[];
}

/** Written by the importer and by `npm run ledger` beside the records. */
const NO_RECORDS = new Set(['import-map.tsv', LEDGER]);

/**
 * Reads and links every record below a content folder. Records with errors are left out of the library; their flaws say why.
 *
 * @param root content folder
 * @param shownRoot how flaws call that folder
 * @param options what to read, and how
 */
export function readLibrary(root: string, shownRoot: string = root, { wanted = () => true, judged = () => true, listed = listFiles(root, shownRoot.replace(/\/+$/, '')), memory, recordOf = (file) => readRecordFile(root, file, memory) }: ReadOptions = {}): ReadLibrary {
  const { files } = listed;
  const flaws = [...listed.flaws];
  const shelves: Shelves = emptyShelves();
  const lists: Lists = { reviews: [], redirects: [], placeOfReview: () => ({ file: 'reviews.yaml', line: 1, column: 1 }) };
  const pathsSeen = new Map<string, string>();
  const manualFiles: SourceFile[] = [];
  for (const file of files) {
    if (file.path.startsWith('manuals/')) {
      manualFiles.push(file);
      continue;
    }
    if (file.path === REDIRECTS) {
      flaws.push(...readRedirects(lists, root, file));
      continue;
    }
    if (NO_RECORDS.has(file.path) || !wanted(file.path)) continue;
    if (file.path === 'reviews.yaml') {
      flaws.push(...readReviews(lists, root, file));
      continue;
    }
    if (!isRecord(file.path)) {
      flaws.push(flaw('UnexpectedFile', file.shown, `\`${file.path}\``, `a record (.md) in ${RECORD_FOLDERS.map((name) => `${name}/`).join(', ')}`));
      continue;
    }
    const folded = file.path.toLowerCase();
    const twin = pathsSeen.get(folded);
    if (twin !== undefined) flaws.push(flaw('DuplicateIdentifier', file.shown, `the path of \`${twin}\`, but for capitals`, 'a path of its own'));
    pathsSeen.set(folded, file.path);
    const { entry, flaws: found } = recordOf(file);
    flaws.push(...found);
    if (entry) shelve(shelves, entry);
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
    reviews: lists.reviews,
    redirects: lists.redirects,
    aliases,
  };
  flaws.push(...aliasFlaws, ...manualFlaws, ...linkFlaws(library, lists.placeOfReview, judged, memory), ...victimFlaws(library));
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

function readReviews(lists: Lists, root: string, file: SourceFile): Flaw[] {
  const { text, flaws } = readText(root, file);
  if (text === undefined) return flaws;
  const yaml = readYaml(text, file.shown, 1);
  const { record, flaws: found } = checkSchema(reviewsSchema, yaml);
  lists.reviews = record ?? [];
  lists.placeOfReview = (index) => yaml.placeOf([index, 'article']);
  return [...flaws, ...found];
}

function readRedirects(lists: Lists, root: string, file: SourceFile): Flaw[] {
  const { text, flaws } = readText(root, file);
  if (text === undefined) return flaws;
  const { record, flaws: found } = checkSchema(redirectsSchema, readYaml(text, file.shown, 1));
  lists.redirects = record ?? [];
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
