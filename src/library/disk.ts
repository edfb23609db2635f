/**
 * The only reader of content folders. Files are found in one order on every machine, links are never followed,
 * and bytes that are not clean UTF-8 become flaws instead of broken letters.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { flaw, type Flaw } from '../flaws/flaw.ts';

/** A file found below a content folder. */
export interface SourceFile {
  /** Path below the content folder, with forward slashes: `laws/ke/act/2010/8/eng.md`. */
  path: string;
  /** Path as the person knows it, for flaws. */
  shown: string;
}

/**
 * Lists the regular files below a content folder, sorted by path. A folder that is not there is empty; the restricted folder, by
 * whatever links or `..` it was reached, is refused.
 *
 * @param root content folder
 * @param shownRoot how that folder is called in flaws
 */
export function listFiles(root: string, shownRoot: string): { files: SourceFile[]; flaws: Flaw[] } {
  if (existsSync(root) && realpathSync(root).split(sep).includes('restricted')) {
    return { files: [], flaws: [flaw('RestrictedPath', shownRoot, 'the restricted folder', 'a folder of public records')] };
  }
  return walkFiles(root, shownRoot);
}

/** As listFiles, for any folder: the restricted directory reads its own records so. */
export function walkFiles(root: string, shownRoot: string): { files: SourceFile[]; flaws: Flaw[] } {
  const files: SourceFile[] = [];
  const flaws: Flaw[] = [];
  const walk = (folder: string): void => {
    for (const entry of readFolder(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const shown = `${shownRoot}/${path}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push({ path, shown });
      else flaws.push(flaw('NotARegularFile', shown, entry.isSymbolicLink() ? 'a symbolic link' : 'a special file', 'a regular file'));
    }
  };
  walk('');
  return { files, flaws };
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export interface SourceText {
  /** Text with line feeds only and no byte order mark; absent where the bytes cannot be read as text. */
  text?: string;
  flaws: Flaw[];
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a file as text.
 *
 * @param root content folder
 * @param file a file found by {@link listFiles}
 */
export function readText(root: string, file: SourceFile): SourceText {
  return decodeText(readFileSync(join(root, file.path)), file.shown);
}

/** Bytes → text, with flaws for what is not clean. */
export function decodeText(bytes: Uint8Array, shown: string): SourceText {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { flaws: [flaw('NotUtf8', placeOfBadByte(bytes, shown), 'bytes that are no UTF-8', 'UTF-8')] };
  }
  const flaws: Flaw[] = [];
  if (text.charCodeAt(0) === 0xfeff) {
    flaws.push(flaw('ByteOrderMark', shown, 'a byte order mark', 'the first hyphen'));
    text = text.slice(1);
  }
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn !== -1) {
    flaws.push(flaw('CarriageReturn', placeOf(text, carriageReturn, shown), 'a carriage return', 'a line feed alone'));
    text = text.replace(/\r\n?/g, '\n');
  }
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    flaws.push(flaw('ControlCharacter', placeOf(text, control.index, shown), `the control character U+${code}`, 'text'));
  }
  return { text, flaws };
}

function placeOf(text: string, index: number, file: string) {
  const before = text.slice(0, index).split('\n');
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

/** Line and column of the first byte that is no UTF-8, found by decoding ever shorter beginnings. */
function placeOfBadByte(bytes: Uint8Array, file: string) {
  let good = 0;
  let bad = bytes.length;
  // The longest prefix that decodes as a stream ends just before the bad byte: bisect for it.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // As a stream, so that a sequence that only begins to be bad is not counted.
  const before = new TextDecoder().decode(bytes.subarray(0, good), { stream: true });
  return placeOf(before, before.length, file);
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
