/** Letters no font of a volume has → where they stand in the content. Typst knows only its own source; a writer knows files and lines. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Finds the letters a compiler's message names.
 *
 * @param message what the compiler says: ``the text `"☃"` could not be displayed …``
 * @param folder content of the volume
 * @param root folder that paths are shown from
 * @returns one line a place: `content/…/03-scope.mdx:14:9  no font has the letter ☃ (U+2603)`
 */
export function missingLetters(message: string, folder: string, root: string): string[] {
  const wanted = lettersOf(message);
  if (wanted.length === 0) return [];
  return filesBelow(folder).flatMap((file) => placesOf(wanted, readFileSync(file, 'utf8'), relative(root, file)));
}

/**
 * The same within one text.
 *
 * @param shown path of the text as the person knows it
 */
export function missingLettersIn(message: string, text: string, shown: string): string[] {
  return placesOf(lettersOf(message), text, shown);
}

function lettersOf(message: string): string[] {
  return [...new Set([...message.matchAll(/U\+([0-9A-F]{4,6})|the text `\\?"(.+?)\\?"` could not be displayed/giu)].flatMap(([, code, text]) => (code ? [String.fromCodePoint(Number.parseInt(code, 16))] : [...(text ?? '')])))].filter((letter) => !/[\s\p{ASCII}]/u.test(letter));
}

function placesOf(wanted: readonly string[], text: string, shown: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    wanted.filter((letter) => line.includes(letter)).map((letter) => `${shown}:${index + 1}:${line.indexOf(letter) + 1}  no font has the letter ${letter} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : /\.mdx?$/.test(name) ? [path] : [];
  });
}
