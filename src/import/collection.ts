/** A collection of foreign texts → records below a content folder, with a map from one to the other. Never overwrites. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToIri } from '../domain/iri.ts';
import { flaw, sortFlaws, type Flaw } from '../flaws/flaw.ts';
import { routes } from '../i18n/routes.ts';
import { listFiles, type SourceFile } from '../library/disk.ts';
import { readAkomaNtoso } from './akoma-ntoso.ts';
import { readForeign, type ForeignOptions, type ForeignText } from './foreign.ts';
import { lawFile, lawRecord, type RecordOptions } from './law-record.ts';
import { placeTexts, type PlacedText } from './works.ts';

/** Files that are texts. */
const TEXTS = /\.(?:md|xml|akn)$/;

export interface ImportResult {
  /** Files written. */
  written: number;
  /** Files that were there already, byte for byte. */
  unchanged: number;
  flaws: Flaw[];
}

/**
 * Imports a collection.
 *
 * @param source folder of texts, or one file
 * @param out content folder; `laws/` and `import-map.tsv` are written below it
 * @throws where the source is not there
 */
export function importCollection(source: string, out: string, options: ForeignOptions & RecordOptions): ImportResult {
  const { root, files, flaws } = sourceFiles(source);
  const texts: ForeignText[] = [];
  for (const file of files) {
    const bytes = readFileSync(join(root, file.path));
    const read = /\.(?:xml|akn)$/.test(file.path) ? readAkomaNtoso(file, bytes) : readForeign(file, bytes, options);
    flaws.push(...read.flaws);
    if (read.foreign) texts.push(read.foreign);
  }
  const { placed, flaws: placing } = placeTexts(texts);
  flaws.push(...placing);
  const kept: PlacedText[] = [];
  let written = 0;
  for (const item of placed) {
    const target = join(out, 'laws', `${item.path}.md`);
    const outcome = writeNew(target, lawFile(lawRecord(item.foreign, options), item.foreign.body));
    if (outcome === 'different') {
      flaws.push(flaw('FileInTheWay', target, `another text than \`${item.foreign.file.shown}\` gives`, 'no file, or the same bytes'));
      continue;
    }
    if (outcome === 'written') written++;
    kept.push(item);
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'import-map.tsv'), importMap(kept, basename(resolve(root))));
  return { written, unchanged: kept.length - written, flaws: sortFlaws(flaws) };
}

/** Lists the texts of a source, a folder or one file. Files that are no text are reported. */
function sourceFiles(source: string): { root: string; files: SourceFile[]; flaws: Flaw[] } {
  if (!statSync(source).isDirectory()) return { root: dirname(source), files: [{ path: basename(source), shown: source }], flaws: [] };
  const { files, flaws } = listFiles(source, source.replace(/\/+$/, ''));
  const texts = files.filter((file) => TEXTS.test(file.path));
  for (const file of files) {
    if (!TEXTS.test(file.path)) flaws.push(flaw('UnexpectedFile', file.shown, `\`${file.path}\``, 'Markdown (.md) or Akoma Ntoso (.xml, .akn)'));
  }
  return { root: source, files: texts, flaws };
}

/** Source path (with the source folder's name, without ending), work IRI, language (BCP 47), page; sorted by source path. */
function importMap(placed: readonly PlacedText[], folder: string): string {
  const { law } = routes('/');
  const rows = placed.map(({ foreign, work }) =>
    [`${folder}/${foreign.file.path.replace(/\.[^./]+$/, '')}`, pathToIri(work), foreign.tag, law(work, foreign.language, undefined, foreign.version)].join('\t'),
  );
  return `${['source\twork\tlanguage\tpage', ...rows].join('\n')}\n`;
}

const foldersMade = new Set<string>();

function writeNew(target: string, content: string): 'written' | 'same' | 'different' {
  if (existsSync(target)) return readFileSync(target, 'utf8') === content ? 'same' : 'different';
  const folder = dirname(target);
  if (!foldersMade.has(folder)) mkdirSync(folder, { recursive: true });
  foldersMade.add(folder);
  writeFileSync(target, content);
  return 'written';
}
