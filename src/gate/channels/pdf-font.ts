/** A font of a PDF → what its codes mean, from its ToUnicode table or from the names of its glyphs (ISO 32000-2, 9.10.2). */
import { decodeEntity } from '../escapes.ts';
import type { PdfDocument } from './pdf-document.ts';
import { isDict, isName, isOperator, isString, PdfReader, stringToText, type PdfValue } from './pdf-syntax.ts';

export interface PdfFont {
  /** Meaning of each glyph of a shown string; undefined where it is not known. */
  decode(bytes: string): (string | undefined)[];
}

/** Reads a font dictionary. */
export function readFont(document: PdfDocument, font: PdfValue | undefined): PdfFont {
  const composite = document.nameOf(font, 'Subtype') === 'Type0';
  const encoding = document.nameOf(font, 'Encoding') ?? '';
  const table = document.object(document.raw(font, 'ToUnicode'));
  const meanings = table?.stream ? readToUnicode(document.decode(table).toString('latin1')) : new Map<string, string>();
  const names = composite ? new Map<number, string>() : readDifferences(document, font);
  const width = composite ? 2 : 1;
  return {
    decode(bytes) {
      if (composite && meanings.size === 0 && /UTF16/.test(encoding)) return [...stringToText(`\xfe\xff${bytes}`)];
      return Array.from({ length: Math.ceil(bytes.length / width) }, (_, index) => {
        const code = bytes.slice(index * width, (index + 1) * width);
        return meanings.get(code) ?? (composite ? undefined : meaningOfByte(code.charCodeAt(0), names, meanings.size > 0));
      });
    },
  };
}

/** A byte of a simple font without a table: its glyph's name, else Latin-1. */
function meaningOfByte(code: number, names: Map<number, string>, hasTable: boolean): string | undefined {
  const name = names.get(code);
  if (name !== undefined) return glyphName(name);
  return hasTable ? undefined : String.fromCharCode(code);
}

const NAMED: Record<string, string> = { zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', fi: 'fi', fl: 'fl', ff: 'ff', ffi: 'ffi', ffl: 'ffl', germandbls: 'ss', ae: 'ae', oe: 'oe', oslash: 'o', lslash: 'l', dotlessi: 'i', at: '@' };
const SIGNS = /^(?:space|period|comma|hyphen|minus|colon|semicolon|parenleft|parenright|quote.*|slash|plus|endash|emdash|bullet|ellipsis|underscore|question|exclam|ampersand|bracket.*|percent|section|dollar|asterisk|numbersign|guil.*|nbspace|softhyphen|degree|copyright|registered|trademark|equal|less|greater|bar|at|\.notdef)$/;

/** Meaning of a glyph's name (Adobe Glyph List): `eacute`, `uni0416`, `one`. */
function glyphName(name: string): string | undefined {
  const base = name.replace(/\..+$/, '');
  if (/^[A-Za-z]$/.test(base)) return base;
  if (NAMED[base]) return NAMED[base];
  if (SIGNS.test(name)) return ' ';
  const hex = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(base)?.[1];
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
  const letter = decodeEntity(`&${base.replace('dieresis', 'uml').replace('circumflex', 'circ').replace('cedilla', 'cedil')};`, 0)?.text;
  return letter && letter !== ' ' ? letter : undefined;
}

function readDifferences(document: PdfDocument, font: PdfValue | undefined): Map<number, string> {
  const names = new Map<number, string>();
  const differences = document.get(document.get(font, 'Encoding'), 'Differences');
  let code = 0;
  for (const item of Array.isArray(differences) ? differences : []) {
    if (typeof item === 'number') code = item;
    else if (isName(item)) names.set(code++, item.name);
  }
  return names;
}

/** A ToUnicode CMap: bfchar pairs and bfrange ranges. Keys are codes as bytes. */
function readToUnicode(text: string): Map<string, string> {
  const meanings = new Map<string, string>();
  const reader = new PdfReader(text);
  let values: PdfValue[] = [];
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!isOperator(value)) {
      values.push(value);
      continue;
    }
    if (value.operator === 'endbfchar') {
      for (let at = 0; at + 1 < values.length; at += 2) setMeaning(meanings, values[at]!, values[at + 1]!, 0);
    } else if (value.operator === 'endbfrange') {
      for (let at = 0; at + 2 < values.length; at += 3) setRange(meanings, values[at]!, values[at + 1]!, values[at + 2]!);
    }
    values = [];
  }
  return meanings;
}

function setRange(meanings: Map<string, string>, low: PdfValue, high: PdfValue, target: PdfValue): void {
  if (!isString(low) || !isString(high) || isDict(target)) return;
  const first = codeOf(low.string);
  const last = Math.min(codeOf(high.string), first + 0xffff);
  for (let code = first; code <= last; code++) {
    const key = { string: codeToBytes(code, low.string.length) };
    const item = Array.isArray(target) ? target[code - first] : target;
    if (item !== undefined) setMeaning(meanings, key, item, Array.isArray(target) ? 0 : code - first);
  }
}

function setMeaning(meanings: Map<string, string>, code: PdfValue, target: PdfValue, offset: number): void {
  if (!isString(code) || !isString(target)) return;
  const text = stringToText(`\xfe\xff${target.string}`);
  if (offset === 0 || text === '') meanings.set(code.string, text);
  else meanings.set(code.string, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + offset));
}

function codeOf(bytes: string): number {
  return [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}

function codeToBytes(code: number, length: number): string {
  return Array.from({ length }, (_, index) => String.fromCharCode((code >> (8 * (length - 1 - index))) & 255)).join('');
}
