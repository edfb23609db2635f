/**
 * Text → the pieces a comparison counts: words, single characters of scripts written without spaces, runs of white space, signs.
 *
 * `art. 3-5, 第三条` → `art` `.` ` ` `3-5` `,` ` ` `第` `三` `条`. Joined, the pieces are the text again.
 */

/** Scripts whose words are not set apart: each character is compared by itself. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';

const WORD = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`;

const TOKEN = new RegExp(
  `[${UNSPACED}]\\p{M}*` + // a character of an unspaced script
    `|${WORD}(?:['’-]${WORD}|[.,](?=\\p{N})${WORD})*` + // a word or number: l’État, 3-5, 1.000
    '|\\n' + // the end of a paragraph is never part of other white space
    '|[^\\S\\n]+' +
    '|[\\s\\S]', // a sign; half of a broken surrogate pair also stands alone
  'gu',
);

/** Pieces of a text, in order. */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
