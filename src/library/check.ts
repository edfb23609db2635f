/** Everything a linter has to say of a content folder, or of some of its files, in one list. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortFlaws, type Flaw } from '../flaws/flaw.ts';
import { addressFlaws } from './addresses.ts';
import { decodeText, listFiles } from './disk.ts';
import { duplicateWorks } from './duplicate-works.ts';
import { formFlaws, tidy } from './form.ts';
import { staleFlaws } from './freshness.ts';
import { readPart } from './part.ts';
import { readLibrary } from './read.ts';
import { textFlaws, textScanner } from './text-checks.ts';

export interface Checked {
  flaws: Flaw[];
  /** Number of files looked at. */
  files: number;
}

/**
 * Checks a content folder.
 *
 * @param shownRoot how flaws call the folder
 * @param asked paths below the folder to check; all unless given
 * @param today day from which the age of records is counted; without it nothing is said of their age, and no other notice given
 */
export function checkFolder(root: string, shownRoot: string, asked?: (path: string) => boolean, today?: string): Checked {
  const listed = listFiles(root, shownRoot);
  const { library, flaws } = asked ? readPart(root, shownRoot, asked, listed) : readLibrary(root, shownRoot, { listed });
  const scanned = textScanner(library);
  const found = [...flaws, ...textFlaws(library, asked, scanned), ...addressFlaws(root, listed.files, library, (entry) => scanned(entry).eids, asked, today !== undefined)];
  if (today !== undefined) found.push(...staleFlaws(library, today, asked ?? (() => true)));
  if (!asked) found.push(...duplicateWorks(library));
  let files = 0;
  for (const file of listed.files) {
    if (asked && !asked(file.path)) continue;
    files++;
    if (!file.path.endsWith('.md')) continue;
    const { text } = decodeText(readFileSync(join(root, file.path)), file.shown);
    if (text !== undefined) found.push(...formFlaws(file, text));
  }
  return { flaws: sortFlaws(found), files };
}

/**
 * Mends what is mechanical in the records of a folder. Files that are no UTF-8 are left alone.
 *
 * @returns paths of the files changed, as the person knows them
 */
export function fixFolder(root: string, shownRoot: string, asked: (path: string) => boolean = () => true): string[] {
  const changed: string[] = [];
  for (const file of listFiles(root, shownRoot).files) {
    if (!asked(file.path) || !/\.(?:md|yaml)$/.test(file.path)) continue;
    const path = join(root, file.path);
    const bytes = readFileSync(path);
    if (decodeText(bytes, file.shown).text === undefined) continue;
    const text = bytes.toString('utf8');
    const mended = tidy(file, text);
    if (mended === text) continue;
    writeFileSync(path, mended);
    changed.push(file.shown);
  }
  return changed;
}
