/**
 * Letters folded, the same at both ends: case, accents, Arabic hamza, ta marbuta, tatweel and vowel marks, digits of other scripts.
 *
 * In:   "Extradición"  "Œuvre"  "الإلكترونيّة"  "ЁЛКА"  "٢٤"
 * Out:  "extradicion"  "oeuvre" "الالكترونيه"    "елка"  "24"
 */

/** Letters that no Unicode decomposition takes apart. */
const LETTERS: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ŋ: 'n', ħ: 'h',
  // ٱ has no decomposition; ة is written ه and ى is written ي as often as not; Persian and Urdu forms of kaf and ya.
  ٱ: 'ا', ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ء: '',
};
const OTHER_LETTERS = /[ßæœøđðþłıŋħٱةىیکء٠-٩۰-۹]/g;
/** Marks that combine, the Arabic tatweel, and invisible directions and joiners. */
const MARKS = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/gu;
const PLAIN = /^[a-z0-9]*$/;

/** A word or phrase with its letters folded; spaces and punctuation stay. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? String(letter.charCodeAt(0) & 0xf));
}
