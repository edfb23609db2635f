/**
 * One code point → its units, the letters the gate compares.
 *
 * Compatibility forms, case and diacritics are folded away (Unicode NFKD, then full case folding through upper case, then
 * marks dropped), digits of every script become ASCII digits, and letters that look like Latin ones become those.
 * Spaces, punctuation and invisible characters have no units, so text means the same however it is spaced or split.
 *
 * Reasoning: a Chinese character says about as much as three letters, so it is written as three units; one length then
 * measures how telling a piece of text is in every script.
 */

const NONE: readonly number[] = [];
const table = new Map<number, readonly number[]>();

/** In place of a unit: the code point has none; it has several (ask severalUnits); it has not been asked for yet. */
export const NO_UNIT = 0;
export const SEVERAL_UNITS = 0xfffe;
const UNASKED = 0xffff;
const single = new Uint16Array(0x10000).fill(UNASKED);

/** The one unit of a code point of the basic plane, as nearly all have; else NO_UNIT or SEVERAL_UNITS. */
export function unitOf(code: number): number {
  const unit = single[code]!;
  if (unit !== UNASKED) return unit;
  const units = unitsOf(code);
  return (single[code] = units.length === 0 ? NO_UNIT : units.length === 1 ? units[0]! : SEVERAL_UNITS);
}

/**
 * Units of all code points of the basic plane that have several, one after the other behind their number: Chinese and Korean have
 * nearly nothing else, and a list of numbers for each would cost four times as much. 27,000 characters of Han and 11,000 of Hangul fit.
 */
export const SEVERAL = new Uint16Array(1 << 18);
const severalAt = new Uint32Array(0x10000);
let severalEnd = 1;

/** Where in {@link SEVERAL} the number of units of a code point of the basic plane stands; its units follow. */
export function severalUnits(code: number): number {
  const known = severalAt[code]!;
  if (known !== 0) return known;
  const units = unitsOf(code);
  const at = severalEnd;
  SEVERAL[at] = units.length;
  SEVERAL.set(units, at + 1);
  severalEnd += units.length + 1;
  return (severalAt[code] = at);
}

/** Units of a code point; none for what is not a letter or digit. A unit is below 0x8000: the top bit is the caller's. */
export function unitsOf(codePoint: number): readonly number[] {
  let found = table.get(codePoint);
  if (!found) {
    found = foldCodePoint(codePoint);
    table.set(codePoint, found);
  }
  return found;
}

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;
const DECIMAL = /^\p{Nd}$/u;
const HAN = /^\p{Script=Han}$/u;
const TATWEEL = 0x640;

function foldCodePoint(codePoint: number): readonly number[] {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return NONE;
  const folded = String.fromCodePoint(codePoint).normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  const units: number[] = [];
  for (const character of folded) {
    const code = character.codePointAt(0)!;
    if (!LETTER_OR_DIGIT.test(character) || code === TATWEEL) continue;
    if (DECIMAL.test(character)) units.push(48 + decimalValue(code));
    else if (HAN.test(character)) units.push(0x3000 | (code >> 12), 0x3400 | ((code >> 6) & 63), 0x3800 | (code & 63));
    else if (LOOKALIKES[character]) units.push(...[...LOOKALIKES[character]!].map((letter) => letter.charCodeAt(0)));
    else if (code < 0x3000) units.push(code);
    else units.push(0x4000 | (code >> 12), 0x5000 | (code & 0xfff));
  }
  return units;
}

/** Decimal digits stand in runs of ten, so the distance from the beginning of the run gives the value. */
function decimalValue(code: number): number {
  let zero = code;
  while (zero > 0 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** Letters that a reader takes for Latin ones, and Latin letters with a stroke, which NFKD does not take apart. */
const LOOKALIKES: Record<string, string> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j', к: 'k', м: 'm', т: 't', в: 'b', н: 'h',
  α: 'a', ο: 'o', ρ: 'p', ν: 'v', ι: 'i', κ: 'k', τ: 't', ε: 'e',
  ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ı: 'i',
};

// Last, because it needs the tables above.
/** Units of the 128 ASCII characters, 0 where there is none. */
export const ASCII_UNITS = Uint8Array.from({ length: 128 }, (_, code) => foldCodePoint(code)[0] ?? 0);
