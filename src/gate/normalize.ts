/**
 * Text → units, the one normal form in which restricted and public text are compared (see letters.ts).
 *
 * HTML entities are decoded on the way, because nearly every page has some. The other escapes (percent, backslash, markup
 * inside markup) are only noticed here; escapes.ts decodes them and the result is looked at again.
 */
import { decodeEntity } from './escapes.ts';
import { ASCII_UNITS, NO_UNIT, SEVERAL, severalUnits, SEVERAL_UNITS, unitOf, unitsOf } from './letters.ts';

/** Top bit of a unit: something without units (a space, a tag) stood before it. Groups of digits are told apart by it. */
export const BREAK = 0x8000;
export const UNIT = 0x7fff;

/** Shortest run of base64 or hexadecimal digits that is decoded: a phone number in base64 has about so many. */
const SHORTEST_RUN = 16;
/** A line of base64 wrapped as in mail is at least so long. */
const LINE = 60;

/** A growing list of units, used again for every file so that a scan of a large site allocates little. */
export class Units {
  data = new Uint16Array(1 << 16);
  length = 0;
  /** Runs that may be base64 or hexadecimal, as start and end in the text they were found in. */
  readonly runs: string[] = [];
  /** True when an escape was seen that is not decoded here. */
  escaped = false;

  clear(): void {
    this.length = 0;
    this.runs.length = 0;
    this.escaped = false;
  }

  /** Units as a string, without breaks: what is hashed. */
  slice(start: number, end: number): string {
    let text = '';
    for (let index = start; index < end; index++) text += String.fromCharCode(this.data[index]! & UNIT);
    return text;
  }

  /**
   * Appends the units of a piece of text; the piece begins with a break.
   *
   * @param json the piece is JSON: its escapes for line ends, tabs and quotation marks are decoded here, since every text has them
   */
  append(text: string, start = 0, end = text.length, json = false): void {
    // Room for the longest case: a ligature of 18 letters (U+FDFA) is far rarer than this margin, and push() checks.
    this.reserve(end - start + 64);
    let data = this.data;
    let length = this.length;
    let gap = BREAK;
    let runStart = start;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      if (code < 128) {
        const unit = ASCII_UNITS[code]!;
        if (unit !== 0) {
          data[length++] = unit | gap;
          gap = 0;
          continue;
        }
        gap = BREAK;
        if (code === 32) {
          if (index - runStart >= SHORTEST_RUN) this.runs.push(text.slice(runStart, index));
          runStart = index + 1;
          continue;
        }
        if (code === 43 || code === 47 || code === 45 || code === 95) continue; // + / - _ belong to base64
        const wrapped = (code === 10 || code === 13) && index - runStart >= LINE; // base64 in lines, as MIME wraps it
        if (wrapped) continue;
        const run = index - runStart;
        if (run >= SHORTEST_RUN) this.runs.push(text.slice(runStart, index));
        runStart = index + 1;
        if (json && code === 92 && run < LINE && isBreakInJson(text.charCodeAt(index + 1))) {
          runStart = ++index + 1;
          continue;
        }
        if (code === 37 || code === 92) this.escaped ||= isEscape(text, index, code);
        if (code !== 38) continue;
        const entity = decodeEntity(text, index, end);
        if (!entity) continue;
        if (entity.text === '<') this.escaped ||= OPENS_TAG.test(text.slice(entity.end, entity.end + 1));
        if (entity.text === '&') this.escaped ||= ENTITY_AGAIN.test(text.slice(entity.end, entity.end + 12));
        this.length = length;
        // A letter written as an entity stands in the middle of a word: no break on either side.
        gap = this.push(entity.text, gap, end - index);
        data = this.data;
        length = this.length;
        index = entity.end - 1;
        runStart = entity.end;
      } else {
        if (index - runStart >= SHORTEST_RUN) this.runs.push(text.slice(runStart, index));
        runStart = index + 1;
        const unit = unitOf(code);
        if (unit === NO_UNIT && (code < 0xd800 || code > 0xdfff)) {
          gap = BREAK;
          continue;
        }
        if (unit < SEVERAL_UNITS && unit !== NO_UNIT) {
          data[length++] = unit | gap;
          gap = 0;
          continue;
        }
        if (unit === SEVERAL_UNITS) {
          let at = severalUnits(code);
          const last = at + SEVERAL[at]!;
          if (data.length - length < end - index + 64 + last - at) {
            this.length = length;
            this.reserve(end - index + 128);
            data = this.data;
          }
          while (at < last) {
            data[length++] = SEVERAL[++at]! | gap;
            gap = 0;
          }
          continue;
        }
        // One half of a pair; or half a pair alone, which is no letter.
        const character = index + 1 < end ? String.fromCodePoint(text.codePointAt(index)!) : '';
        if (character.length === 2) runStart = ++index + 1;
        this.length = length;
        gap = this.push(character.length === 2 ? character : ' ', gap, end - index);
        data = this.data;
        length = this.length;
      }
    }
    if (end - runStart >= SHORTEST_RUN) this.runs.push(text.slice(runStart, end));
    this.length = length;
  }

  /** Appends the units of a few characters, and keeps room for the `rest` of the text. */
  private push(text: string, gap: number, rest: number): number {
    this.reserve(text.length * 20 + rest + 64);
    for (const character of text) {
      const units = unitsOf(character.codePointAt(0)!);
      if (units.length === 0) gap = BREAK;
      for (const unit of units) {
        this.data[this.length++] = unit | gap;
        gap = 0;
      }
    }
    return gap;
  }

  private reserve(more: number): void {
    if (this.data.length - this.length >= more) return;
    const larger = new Uint16Array(Math.max(this.data.length * 2, this.length + more));
    larger.set(this.data.subarray(0, this.length));
    this.data = larger;
  }
}

/** Normal form of a short text, as a string of units. */
export function normalize(text: string): string {
  const units = new Units();
  units.append(text);
  return units.slice(0, units.length);
}

/** `&lt;b>` is markup written as text; a lone `&lt;` is a sign. */
const OPENS_TAG = /^[a-z/!]/i;
/** `&amp;eacute;` was encoded twice; `Search &amp; seizure` was not. */
const ENTITY_AGAIN = /^(?:#x?[0-9a-f]{1,7};|[a-z][a-z0-9]{1,9};)/i;
const HEX = /^[0-9a-f]$/i;

/** The letter behind a backslash: `\n`, `\r`, `\t`, `\"`. */
function isBreakInJson(code: number): boolean {
  return code === 110 || code === 114 || code === 116 || code === 34;
}

function isEscape(text: string, index: number, code: number): boolean {
  const next = text[index + 1] ?? '';
  return code === 37 ? HEX.test(next) : /^[uxnrtbf"'/\\0-9a-f]$/i.test(next);
}
