/**
 * Escapes that hide text from a plain search: HTML entities, percent-encoding, backslash escapes of JSON, JavaScript and CSS.
 */

export interface Entity {
  text: string;
  /** Index after the entity. */
  end: number;
}

const NUMERIC = /&#(?:x(?<hex>[0-9a-f]{1,6})|(?<decimal>\d{1,7}));?/iy;
const NAMED = /&(?<name>[a-z][a-z0-9]{1,31});/iy;

/**
 * Decodes the HTML entity that begins at an index, or gives undefined where there is none.
 *
 * Reasoning: of the 2,231 names only those that stand for letters, `<` and `&` matter, because nothing else has units.
 */
export function decodeEntity(text: string, index: number, end = text.length): Entity | undefined {
  NUMERIC.lastIndex = index;
  const numeric = NUMERIC.exec(text);
  if (numeric && NUMERIC.lastIndex <= end) {
    const code = numeric.groups!['hex'] ? parseInt(numeric.groups!['hex'], 16) : Number(numeric.groups!['decimal']);
    return { text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '', end: NUMERIC.lastIndex };
  }
  NAMED.lastIndex = index;
  const named = NAMED.exec(text);
  if (!named || NAMED.lastIndex > end) return undefined;
  return { text: namedEntity(named.groups!['name']!), end: NAMED.lastIndex };
}

/** `eacute`, `Ntilde`, `Lstrok`: a letter and its mark; `Ascr`, `bopf`: a letter and its style. The mark is folded away anyway. */
const LETTER_AND_MARK = /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|ogon|breve|dot|macr|dblac|slash|strok|scr|fr|opf)$/;

const NAMES: Record<string, string> = {
  amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'", commat: '@', period: '.', plus: '+',
  sol: '/', bsol: '\\', percnt: '%', lowbar: '_', hyphen: '-', dash: '-', equals: '=', num: '#', lpar: '(', rpar: ')', colon: ':',
  szlig: 'ss', aelig: 'ae', AElig: 'ae', oelig: 'oe', OElig: 'oe', eth: 'd', ETH: 'd', thorn: 'th', THORN: 'th', inodot: 'i',
  imath: 'i', fflig: 'ff', filig: 'fi', fllig: 'fl', ffilig: 'ffi', ffllig: 'ffl', fjlig: 'fj', IJlig: 'ij', ijlig: 'ij',
  sup1: '1', sup2: '2', sup3: '3', ordf: 'a', ordm: 'o',
};

function namedEntity(name: string): string {
  return NAMES[name] ?? LETTER_AND_MARK.exec(name)?.[1] ?? ' ';
}

const BACKSLASH = /\\+(?:u\{(?<braced>[0-9a-f]{1,6})\}|u(?<four>[0-9a-f]{4})|x(?<two>[0-9a-f]{2})|(?<control>[nrtbfv])|(?<other>["'/`]))/gi;
const PERCENT = /(?:%(?:25)*[0-9a-f]{2})+/gi;
const CSS = /\\(?<code>[0-9a-f]{1,6})[ \t\n\r\f]?/gi;
const ENTITY = /&(?:#x?[0-9a-f]{1,7};?|[a-z][a-z0-9]{1,31};)/gi;
/** An escape inside an escape inside an escape; deeper nesting does not come about by accident. */
const DEEPEST = 4;

/**
 * Decodes every escape, again and again until nothing changes.
 *
 * @param css also decode `\26 B`-style escapes of style sheets, which in JSON would be something else
 */
export function decodeEscapes(text: string, css = false): string {
  let decoded = text;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const before = decoded;
    if (css) decoded = decoded.replace(CSS, (_, code: string) => character(parseInt(code, 16)));
    if (decoded.includes('\\')) decoded = decoded.replace(BACKSLASH, decodeBackslash);
    if (decoded.includes('%')) decoded = decoded.replace(PERCENT, decodePercent);
    if (decoded.includes('&')) decoded = decoded.replace(ENTITY, (entity) => decodeEntity(entity, 0)?.text ?? entity);
    if (decoded === before) break;
  }
  return decoded;
}

function decodeBackslash(_: string, braced?: string, four?: string, two?: string, control?: string, other?: string): string {
  const hex = braced ?? two;
  if (hex) return character(parseInt(hex, 16));
  // Four digits are a UTF-16 unit, so that a pair of them is one character.
  if (four) return String.fromCharCode(parseInt(four, 16));
  return control ? ' ' : (other ?? '');
}

function decodePercent(run: string): string {
  const bytes = Buffer.from(run.replace(/%(?:25)*/gi, ''), 'hex');
  const text = bytes.toString('utf8');
  // Old forms are in Latin-1: what is not UTF-8 is read so.
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
