/**
 * Provision ids: Akoma Ntoso eIds (AKN Naming Convention 1.0, OASIS 2019), such as `art_18`, `chp_2`,
 * `sec_22a`, `art_570-bis`, `att_1__art_3`.
 *
 * A heading of a law is read with the words its drafters use ("Section 5 — Scope", "Article L123-4", "第一百二十条之一",
 * "المادة الحادية والعشرون"), and the printed number becomes the number of the eId.
 */

/** A provision's heading, taken apart. */
export interface ProvisionHeading {
  /** Akoma Ntoso eId without its parents: `art_18`. */
  eid: string;
  /** The number as printed, with its word: `Section 5`, `s. 5`, `第一条`. */
  label: string;
  /** What follows the number; empty where drafters give none. */
  heading: string;
}

/** AKN element abbreviation for each word that opens a heading; longest words first within a script. */
const UNITS: readonly [abbreviation: string, words: string][] = [
  ['art', 'articles?|arts?\\.?|art[ií]culos?|artikel|artigos?|articolo|статья|статьи|ст\\.'],
  ['sec', 'sections?|secs?\\.?|ss?\\.|§§?|par\\.'],
  ['chp', 'chapters?|chap\\.|chapitres?|capítulos?|capitulos?|hoofdstuk|глава'],
  ['part', 'parts?|parties?|partes?|часть'],
  ['title', 'titles?|titres?|títulos?|titulos?|titel'],
  ['book', 'books?|livres?|libros?'],
  ['dvs', 'divisions?|div\\.|раздел'],
  ['subdvs', 'subdivisions?'],
  ['subsec', 'sous-sections?|secci[oó]n(?:es)?'],
  ['att', 'schedules?|annex(?:es)?|annexes?|appendix|appendices|anexos?|bijlage|приложение'],
  ['rule', 'rules?|règles?|reglas?'],
  ['reg', 'regulations?|regs?\\.'],
  ['para', 'paragraphs?|paragraphes?|párrafos?|§'],
];

const WORDS = UNITS.map(([, words]) => words).join('|');

/**
 * A number as drafters print it: 5, 22A, 3-5, 123-4, 2.1, 22-1234.01, L. 123-4, R*123, 570 bis, 5 to 9, 1.º, 27(2), IV, premier, único.
 * Prefix letters (`L`, `R*`) come first, suffixes (`bis`, `ter`, `A`) last.
 */
const PRINTED_NUMBER = new RegExp(
  '^(?:' +
    '(?<code>(?:[LRDA]\\*{0,2}\\.?\\s?)?\\d+(?:[.:/-]\\d+)*(?:\\s?-?\\s?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies|terdecies)(?![\\p{L}]))?(?:[a-zA-Zа-я](?![\\p{L}\\d]))?(?:\\s?[º°]|er(?![\\p{L}])|\\.º|\\.°)?)' +
    '|(?<roman>[IVXLC]+)(?:er)?(?![\\p{L}\\d])' +
    '|(?<first>premier|primero|único|unico|unique|first)(?![\\p{L}])' +
    '|(?<letter>[A-Z](?![\\p{L}\\d]))' +
    ')' +
    '(?<range>\\s*(?:to|à|a|-|–|—|and|et|y)\\s*(?<upto>\\d+[A-Za-z]?(?:[.-]\\d+)*)(?![\\p{L}\\d]))?',
  'u',
);

const LATIN_UNIT = new RegExp(`^(?<word>${WORDS})(?![\\p{L}])\\s*`, 'iu');
const SEPARATOR = /^[\s]*(?:(?:[).:,]|[.]?[-–—:]|[-–—])\s*)*/u;

const HAN_UNITS: Record<string, string> = { 条: 'art', 條: 'art', 章: 'chp', 节: 'sec', 節: 'sec', 编: 'book', 編: 'book', 款: 'para', 部分: 'part' };
const HAN_HEADING = /^第(?<number>[一二三四五六七八九十百千零〇○两\d]+)(?<unit>条|條|章|节|節|编|編|款|部分)(?:之(?<sub>[一二三四五六七八九十\d]+))?\s*(?<rest>.*)$/u;

const ARABIC_UNITS: Record<string, string> = { المادة: 'art', مادة: 'art', الفصل: 'chp', الباب: 'title', القسم: 'part', الملحق: 'att', البند: 'para', الجزء: 'part' };
const ARABIC_HEADING = /^(?<unit>المادة|مادة|الفصل|الباب|القسم|الملحق|البند|الجزء)\s+(?<rest>.+)$/u;

/**
 * Reads the heading of a provision.
 *
 * @param text heading text without Markdown marks
 * @returns the heading taken apart, or undefined where it names no numbered provision
 */
export function parseProvisionHeading(text: string): ProvisionHeading | undefined {
  const trimmed = text.trim();
  return parseLatin(trimmed) ?? parseHan(trimmed) ?? parseArabic(trimmed);
}

function parseLatin(text: string): ProvisionHeading | undefined {
  const unit = LATIN_UNIT.exec(text);
  if (!unit) return undefined;
  const word = unit.groups!['word']!;
  const afterUnit = text.slice(unit[0].length).replace(/^N[º°o]\.?\s*/u, '');
  const number = PRINTED_NUMBER.exec(afterUnit);
  const abbreviation = abbreviate(word);
  if (!number) {
    // A schedule or annex may stand alone: "SCHEDULE", "Annexe".
    if (abbreviation !== 'att' || afterUnit !== '') return undefined;
    return { eid: 'att', label: word, heading: '' };
  }
  const { code, roman, first, letter, upto } = number.groups!;
  // "I" to "C" are letters of annexes as often as Roman numerals; the printed form is kept either way.
  const value = first ? '1' : cleanNumber(code ?? roman ?? letter!);
  const range = upto ? `-${cleanNumber(upto)}` : '';
  const label = text.slice(0, text.length - afterUnit.length + number[0].length).trim();
  const rest = afterUnit.slice(number[0].length);
  // "Section 5 applies to …" is a sentence, not a heading with a number and a title: any separator or capital will do.
  return { eid: `${abbreviation}_${value}${range}`, label, heading: rest.replace(SEPARATOR, '').trim() };
}

const UNIT_PATTERNS = UNITS.map(([abbreviation, words]) => ({ abbreviation, pattern: new RegExp(`^(?:${words})$`, 'iu') }));
const abbreviations = new Map<string, string>();

/** Word → abbreviation. A law of a thousand sections says one word a thousand times, so answers are kept. */
function abbreviate(word: string): string {
  let known = abbreviations.get(word);
  if (known === undefined) {
    known = UNIT_PATTERNS.find(({ pattern }) => pattern.test(word))!.abbreviation;
    abbreviations.set(word, known);
  }
  return known;
}

function parseHan(text: string): ProvisionHeading | undefined {
  const match = HAN_HEADING.exec(text);
  if (!match) return undefined;
  const { number, unit, sub, rest } = match.groups as { number: string; unit: string; sub?: string; rest: string };
  const value = hanNumber(number);
  if (value === undefined) return undefined;
  const suffix = sub ? `-${hanNumber(sub)}` : '';
  return {
    eid: `${HAN_UNITS[unit]}_${value}${suffix}`,
    label: text.slice(0, text.length - rest.length).trim(),
    heading: rest.replace(/^[\s　:：【]+/u, '').replace(/】$/u, '').trim(),
  };
}

function parseArabic(text: string): ProvisionHeading | undefined {
  const match = ARABIC_HEADING.exec(text);
  if (!match) return undefined;
  const { unit, rest } = match.groups as { unit: string; rest: string };
  const plain = rest.replace(/[()]/g, ' ').trim();
  const digits = /^[\d٠-٩]+/u.exec(plain);
  const [printed, tail] = rest.split(/[:：–—-]/u, 2) as [string, string | undefined];
  const words = printed.trim();
  const value = digits ? arabicDigits(digits[0]) : arabicOrdinal(words);
  if (value === undefined) return undefined;
  return { eid: `${ARABIC_UNITS[unit]}_${value}`, label: `${unit} ${words}`, heading: (tail ?? '').trim() };
}

/**
 * Cleans a printed number for use in an eId: `"(6)"` → `6`, `"2,3, 4,"` → `2-3-4`, `"570 bis"` → `570-bis`,
 * `"L. 123-4"` → `l123-4`, `"1.º"` → `1`. Letters other than Latin keep their form: `"(א)"` → `א`.
 */
export function cleanNumber(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/[º°]|(?<=\d)er$/gu, '')
    .replace(/^([LRDA])\*{0,2}\.?\s?(?=\d)/u, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

const HAN_DIGITS: Record<string, number> = { 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const HAN_POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Chinese numeral → number: `一百二十` → 120. Undefined where it is not a numeral. */
export function hanNumber(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  let total = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const power = HAN_POWERS[character];
    if (power) {
      total += (digit ?? 1) * power;
      digit = undefined;
    } else {
      const value = HAN_DIGITS[character];
      if (value === undefined) return undefined;
      // "一二三" without powers is positional.
      digit = digit === undefined || digit === 0 ? value : digit * 10 + value;
    }
  }
  return total + (digit ?? 0);
}

/** A Map, so that no word of a heading ("constructor") finds anything but an ordinal. */
const ARABIC_ORDINALS = new Map(Object.entries({
  الأولى: 1, الاولى: 1, الأول: 1, الاول: 1, الحادية: 1, الحادي: 1, الثانية: 2, الثاني: 2, الثالثة: 3, الثالث: 3, الرابعة: 4, الرابع: 4,
  الخامسة: 5, الخامس: 5, السادسة: 6, السادس: 6, السابعة: 7, السابع: 7, الثامنة: 8, الثامن: 8, التاسعة: 9, التاسع: 9, العاشرة: 10, العاشر: 10,
  عشرة: 10, عشر: 10, العشرون: 20, العشرين: 20, الثلاثون: 30, الثلاثين: 30, الأربعون: 40, الأربعين: 40, الاربعون: 40, الخمسون: 50, الخمسين: 50,
  الستون: 60, الستين: 60, السبعون: 70, السبعين: 70, الثمانون: 80, الثمانين: 80, التسعون: 90, التسعين: 90,
  المائة: 100, المئة: 100, المائتين: 200, المئتين: 200, المائتان: 200, الثلاثمائة: 300, الأربعمائة: 400, الخمسمائة: 500,
}));

/**
 * Arabic ordinal in words → number: `الحادية والعشرون` → 21, `الخامسة والعشرون بعد المائة` → 125.
 * Undefined where a word is no part of an ordinal.
 */
export function arabicOrdinal(words: string): number | undefined {
  let total = 0;
  for (const word of words.replace(/[ً-ْـ]/gu, '').split(/\s+/u)) {
    if (word === 'بعد' || word === '') continue;
    const value = ARABIC_ORDINALS.get(word) ?? ARABIC_ORDINALS.get(word.replace(/^و/u, ''));
    if (value === undefined) return undefined;
    total += value;
  }
  return total === 0 ? undefined : total;
}

function arabicDigits(digits: string): string {
  return digits.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** Joins a provision to its parent: `att_1`, `art_3` → `att_1__art_3`. */
export function nestEid(parent: string, child: string): string {
  return `${parent}__${child}`;
}

/** True for a well-formed eId: parts of an abbreviation and an optional number, joined by two underscores. Annexes without a number are counted: `att-2`. */
export function isEid(text: string): boolean {
  return /^(?:att-\d+|[a-z]+)(?:_[\p{L}\p{N}-]+)?(?:__(?:att-\d+|[a-z]+)(?:_[\p{L}\p{N}-]+)?)*$/u.test(text);
}
