/**
 * Text → words and terms, the same way at both ends.
 *
 * A word is a run of letters and digits; digits grouped by dots or commas are one number (24.767 is 24767). Chinese has no
 * spaces: a run of Han characters gives the pairs of neighbours, which needs no dictionary and so cannot differ between the
 * build and a reader's browser (Intl.Segmenter cuts by dictionary and by context: a phrase may be cut otherwise than the text).
 */
import { fold } from './fold.ts';
import { otherStems, stemmer, stopwordsOf } from './stem.ts';

/** What a language's words are made of. */
export interface Profile {
  /** BCP 47, as in addresses. */
  tag: string;
  /** Traditional → simplified, where Chinese is read; see han.ts. */
  han?: Uint16Array | undefined;
}


let kinds: Uint8Array | undefined;

/** Kind of every code unit; letters beyond the basic plane are left out. Made when first asked for (5 ms). */
function kindTable(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{M}\u0640]/u;
  const digit = /\p{N}/u;
  const han = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
  for (let code = 0x30; code < 0xfffd; code++) {
    if (code >= 0xd800 && code < 0xf900) continue;
    const character = String.fromCharCode(code);
    kinds[code] = han.test(character) ? 3 : letter.test(character) ? 1 : digit.test(character) ? 2 : 0;
  }
  return kinds;
}

/**
 * Walks over the words of a text.
 *
 * @param visit takes start and end of a word, and whether it is a run of Han characters
 */
export function eachWord(text: string, visit: (start: number, end: number, han: boolean) => void): void {
  const table = kindTable();
  const { length } = text;
  let index = 0;
  while (index < length) {
    const kind = table[text.charCodeAt(index)]!;
    if (kind === 0) {
      index++;
      continue;
    }
    const start = index;
    if (kind === 3) {
      while (index < length && table[text.charCodeAt(index)] === 3) index++;
      visit(start, index, true);
      continue;
    }
    for (;;) {
      while (index < length && ((table[text.charCodeAt(index)]! + 1) & 3) > 1) index++;
      if (!isGrouped(text, index, table)) break;
      index++;
    }
    visit(start, index, false);
  }
}

/** True at a dot or comma between digits and a group of just three digits. */
function isGrouped(text: string, index: number, table: Uint8Array): boolean {
  const code = text.charCodeAt(index);
  if (code !== 0x2e && code !== 0x2c) return false;
  const digit = (at: number): boolean => table[text.charCodeAt(at)] === 2;
  return digit(index - 1) && digit(index + 1) && digit(index + 2) && digit(index + 3) && !digit(index + 4);
}

/** A word as it is compared: folded, numbers without their dots. */
export function foldWord(word: string): string {
  const folded = fold(word);
  return /\d[.,]\d/.test(folded) ? folded.replace(/[.,]/g, '') : folded;
}

/** Han characters as they are compared. */
export function foldHan(run: string, { han }: Profile): string {
  if (!han) return run;
  let folded = '';
  for (let index = 0; index < run.length; index++) folded += String.fromCharCode(han[run.charCodeAt(index)]!);
  return folded;
}

/** Terms of a word that is no run of Han characters: its stem first, then other readings; none for words every text has. */
export function wordTerms(word: string, { tag }: Profile): string[] {
  const folded = foldWord(word);
  if (folded === '' || stopwordsOf(tag).has(folded) || (folded.length === 1 && !/\d/.test(folded))) return [];
  const stem = stemmer(tag)(folded);
  return [stem, ...otherStems(tag, folded, stem)];
}

/** Terms of a run of Han characters: pairs, or the character alone. */
export function hanTerms(run: string, profile: Profile): string[] {
  const folded = foldHan(run, profile);
  if (folded.length < 2) return [folded];
  return Array.from({ length: folded.length - 1 }, (_, index) => folded.slice(index, index + 2));
}

/**
 * A text as phrases are compared: every word folded but not stemmed, Han characters one by one, one space between and around.
 *
 * In:  `Ley 24.767, art. 3`   Out: ` ley 24767 art 3 `
 */
export function canonical(text: string, profile: Profile): string {
  let output = ' ';
  eachWord(text, (start, end, han) => {
    const word = text.slice(start, end);
    output += han ? `${[...foldHan(word, profile)].join(' ')} ` : `${foldWord(word)} `;
  });
  return output;
}

/** Words of a text, folded, with where they stand. */
export function wordsOf(text: string): { word: string; start: number; end: number; han: boolean }[] {
  const words: { word: string; start: number; end: number; han: boolean }[] = [];
  eachWord(text, (start, end, han) => words.push({ word: text.slice(start, end), start, end, han }));
  return words;
}
