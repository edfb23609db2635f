/** The syntax of PDF objects and content streams (ISO 32000-2, 7.2-7.3). Text in and out is Latin-1: one character a byte. */

export interface PdfName { name: string }
export interface PdfRef { ref: number }
export interface PdfString { string: string }
export interface PdfOperator { operator: string }
export interface PdfDict { dict: Map<string, PdfValue> }
export type PdfValue = number | PdfName | PdfRef | PdfString | PdfOperator | PdfDict | PdfValue[];

const SPACE = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y;
const TOKEN = /(?<ref>\d+\s+\d+\s+R(?![A-Za-z]))|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|\/(?<name>[^\0\t\n\f\r ()<>[\]{}/%]*)|(?<open><<|\[)|(?<close>>>|\])|<(?<hex>[0-9A-Fa-f\s]*)>|(?<operator>[^\0\t\n\f\r ()<>[\]{}/%]+|[{}>])/y;

/** Reads one value after another from a text. */
export class PdfReader {
  readonly text: string;
  position: number;

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  /** The next value, or undefined at the end of the text. A stray closing bracket is an operator. */
  next(): PdfValue | undefined {
    SPACE.lastIndex = this.position;
    SPACE.exec(this.text);
    this.position = Math.max(this.position, SPACE.lastIndex);
    if (this.position >= this.text.length) return undefined;
    if (this.text[this.position] === '(') return { string: this.#literal() };
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (!match) {
      this.position++;
      return { operator: '' };
    }
    this.position = TOKEN.lastIndex;
    const { ref, number, name, open, close, hex, operator } = match.groups as Record<string, string | undefined>;
    if (ref !== undefined) return { ref: Number.parseInt(ref, 10) };
    if (number !== undefined) return Number(number);
    if (name !== undefined) return { name: name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) };
    if (hex !== undefined) return { string: hexToText(hex) };
    if (open === '[') return this.#list();
    if (open === '<<') return toDict(this.#list());
    return { operator: operator ?? close! };
  }

  /** Values up to the closing bracket. */
  #list(): PdfValue[] {
    const values: PdfValue[] = [];
    for (let value = this.next(); value !== undefined; value = this.next()) {
      if (isOperator(value) && (value.operator === ']' || value.operator === '>>')) break;
      values.push(value);
    }
    return values;
  }

  /** A string in parentheses, which may hold balanced ones and escapes. */
  #literal(): string {
    let depth = 0;
    let value = '';
    for (let index = this.position; index < this.text.length; index++) {
      const character = this.text[index]!;
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) {
        this.position = index + 1;
        return value;
      }
      if (character !== '\\') {
        value += character;
        continue;
      }
      const octal = /^[0-7]{1,3}/.exec(this.text.slice(index + 1, index + 4))?.[0];
      if (octal) {
        value += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        index += octal.length;
      } else {
        const next = this.text[++index] ?? '';
        value += ESCAPES[next] ?? next;
        if (next === '\r' && this.text[index + 1] === '\n') index++;
      }
    }
    this.position = this.text.length;
    return value;
  }
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' };

export function isName(value: PdfValue | undefined): value is PdfName {
  return typeof value === 'object' && 'name' in value;
}
export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && 'ref' in value;
}
export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && 'string' in value;
}
export function isOperator(value: PdfValue | undefined): value is PdfOperator {
  return typeof value === 'object' && 'operator' in value;
}
export function isDict(value: PdfValue | undefined): value is PdfDict {
  return typeof value === 'object' && 'dict' in value;
}

/** A text string of a document (7.9.2.2): UTF-16 or UTF-8 where it begins with a mark, else Latin-1. */
export function stringToText(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return buffer.subarray(0, buffer.length & ~1).swap16().toString('utf16le', 2);
  return bytes.startsWith('\xef\xbb\xbf') ? buffer.toString('utf8', 3) : bytes;
}

function hexToText(hex: string): string {
  const digits = hex.replace(/\s/g, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1');
}

function toDict(values: readonly PdfValue[]): PdfDict {
  const dict = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < values.length; index += 2) {
    const key = values[index];
    if (isName(key)) dict.set(key.name, values[index + 1]!);
  }
  return { dict };
}
