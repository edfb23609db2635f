/**
 * Writes the search index of a library: for each language a folder of packed files, and `languages.json`, which names them.
 *
 * Beside them `parts/` has what a reader needs to search in the part of the library she keeps; see bundle.ts.
 *
 * A folder carries the digest of its content in its name, so that a browser may keep its files for ever, and an index is never
 * read half from an old build and half from a new one.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Library } from '../../library/library.ts';
import { bundle, partFile } from '../bundle.ts';
import type { Entry } from '../format.ts';
import { LanguageIndex, type IndexFile } from './language-index.ts';
import { documentsOf } from './records.ts';

/** What was written of one language. */
export interface Written {
  /** BCP 47. */
  language: string;
  /** Name of its folder. */
  folder: string;
  documents: number;
  files: number;
  bytes: number;
  seconds: number;
}

/**
 * Writes the index of one language.
 *
 * @param language BCP 47
 * @param sets path of each work → what it is kept with, see setsOfWorks
 * @param out folder of the index, made where it is not there
 */
export function writeLanguage(library: Library, language: string, sets: ReadonlyMap<string, readonly string[]>, out: string): Written {
  const started = performance.now();
  const index = new LanguageIndex(language);
  const temporary = join(out, `${language}-new`);
  mkdirSync(temporary, { recursive: true });
  mkdirSync(join(out, 'parts'), { recursive: true });
  const digest = createHash('sha256');
  let files = 0;
  let bytes = 0;
  const write = ({ name, content }: IndexFile): void => {
    // The catalogue is one file, and the largest a reader waits for.
    const packed = pack(content, name === 'catalogue' ? 9 : 6);
    writeFileSync(join(temporary, `${name}.gz`), packed);
    digest.update(name).update(packed);
    files++;
    bytes += packed.length;
  };
  for (const document of documentsOf(library, language, sets)) for (const file of index.add(document)) write(file);
  for (const file of index.finish()) write(file);
  const folder = `${language}-${digest.digest('hex').slice(0, 12)}`;
  renameSync(temporary, join(out, folder));
  const texts = (number: number): Uint8Array => readFileSync(join(out, folder, `text-${number}.gz`));
  for (const part of index.parts()) writeFileSync(join(out, partFile(part.set, language)), bundle([pack(part.catalogue), ...part.terms.map((terms) => pack(terms)), ...part.texts.map(texts)]));
  return { language, folder, documents: index.documents, files, bytes, seconds: (performance.now() - started) / 1000 };
}

/** Writes `languages.json`, which names the folders, when all of them stand. */
export function writeEntry(out: string, written: readonly Written[]): void {
  const entry: Entry = Object.fromEntries(written.map(({ language, folder, documents }) => [language, { folder, documents }]));
  writeFileSync(join(out, 'languages.json'), `${JSON.stringify(entry)}\n`);
}

/** Level 6 costs a third of level 9 and gives 2 % more bytes. */
function pack(content: Uint8Array | string, level = 6): Uint8Array {
  const packed = gzipSync(content, { level });
  packed[9] = 0xff; // the system field of the gzip head: the same on every system
  return packed;
}
