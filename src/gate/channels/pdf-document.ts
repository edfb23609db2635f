/**
 * The objects of a PDF file, found by reading the file from front to back rather than by its table of contents: so objects
 * that an update replaced, and that a reader no longer shows, are found as well.
 */
import { inflateSync, constants } from 'node:zlib';
import { isDict, isName, isRef, PdfReader, type PdfValue } from './pdf-syntax.ts';

export interface PdfObject {
  value: PdfValue;
  /** Bytes of the stream as they stand in the file. */
  stream?: Buffer;
}

export class PdfDocument {
  /** Every object, replaced ones included. */
  readonly objects: PdfObject[] = [];
  readonly isEncrypted: boolean;
  readonly #byNumber = new Map<number, PdfObject>();

  constructor(bytes: Buffer) {
    const text = bytes.toString('latin1');
    this.isEncrypted = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text);
    const opening = /(\d+)\s+\d+\s+obj\b/g;
    for (let match = opening.exec(text); match; match = opening.exec(text)) {
      const reader = new PdfReader(text, opening.lastIndex);
      const value = reader.next();
      if (value === undefined) break;
      const object: PdfObject = { value };
      opening.lastIndex = reader.position;
      const keyword = /\s*stream(?:\r\n|\n|\r)/y;
      keyword.lastIndex = reader.position;
      if (keyword.test(text)) {
        const start = keyword.lastIndex;
        const end = this.#endOfStream(text, start, value);
        object.stream = bytes.subarray(start, end);
        opening.lastIndex = end;
      }
      this.#add(Number(match[1]), object);
    }
    for (const object of [...this.objects]) if (this.nameOf(object.value, 'Type') === 'ObjStm') this.#unpack(object);
  }

  /** Follows references until a value that is none. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    for (let depth = 0; isRef(value) && depth < 16; depth++) value = this.#byNumber.get(value.ref)?.value;
    return isRef(value) ? undefined : value;
  }

  /** The object a reference leads to, with its stream. */
  object(value: PdfValue | undefined): PdfObject | undefined {
    return isRef(value) ? this.#byNumber.get(value.ref) : undefined;
  }

  /** A value of a dictionary, references followed. */
  get(value: PdfValue | undefined, key: string): PdfValue | undefined {
    const holder = this.resolve(value);
    return isDict(holder) ? this.resolve(holder.dict.get(key)) : undefined;
  }

  /** A value of a dictionary as it stands, references not followed. */
  raw(value: PdfValue | undefined, key: string): PdfValue | undefined {
    const holder = this.resolve(value);
    return isDict(holder) ? holder.dict.get(key) : undefined;
  }

  nameOf(value: PdfValue | undefined, key: string): string | undefined {
    const found = this.get(value, key);
    return isName(found) ? found.name : undefined;
  }

  /**
   * Decodes a stream. Pictures stay as they are in their own format.
   *
   * @throws on a filter that is not known, or broken data
   */
  decode({ value, stream }: PdfObject): Buffer {
    let bytes = stream ?? Buffer.alloc(0);
    const filters = [this.get(value, 'Filter') ?? []].flat();
    const parameters = [this.get(value, 'DecodeParms') ?? []].flat();
    filters.forEach((filter, index) => {
      const name = isName(filter) ? filter.name : '';
      const decoder = FILTERS[name];
      if (!decoder) throw new Error(`filter ${name}`);
      bytes = decoder(bytes);
      if ((this.get(parameters[index], 'Predictor') as number) >= 10) bytes = unpredict(bytes, (this.get(parameters[index], 'Columns') as number) ?? 1);
    });
    return bytes;
  }

  #add(number: number, object: PdfObject): void {
    this.objects.push(object);
    this.#byNumber.set(number, object);
  }

  #endOfStream(text: string, start: number, value: PdfValue): number {
    const length = isDict(value) ? value.dict.get('Length') : undefined;
    if (typeof length === 'number' && /^\s*endstream/.test(text.slice(start + length, start + length + 12))) return start + length;
    const end = text.indexOf('endstream', start);
    return end < 0 ? text.length : end;
  }

  /** Objects packed into a stream (7.5.7): pairs of number and offset, then the objects. */
  #unpack(object: PdfObject): void {
    const text = this.decode(object).toString('latin1');
    const first = this.get(object.value, 'First') as number;
    const reader = new PdfReader(text.slice(0, first));
    for (let number = reader.next(), offset = reader.next(); typeof number === 'number' && typeof offset === 'number'; number = reader.next(), offset = reader.next()) {
      const value = new PdfReader(text, first + offset).next();
      if (value !== undefined) this.#add(number, { value });
    }
  }
}

const asIs = (bytes: Buffer): Buffer => bytes;
// A stream cut short still gives what it holds: that is more than a reader would show.
const inflate = (bytes: Buffer): Buffer => inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 400 * 1024 * 1024 });

const FILTERS: Record<string, (bytes: Buffer) => Buffer> = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCIIHexDecode: (bytes) => Buffer.from(bytes.toString('latin1').replace(/>[^]*$|\s/g, ''), 'hex'),
  ASCII85Decode: decodeAscii85,
  DCTDecode: asIs,
  JPXDecode: asIs,
  CCITTFaxDecode: asIs,
  JBIG2Decode: asIs,
};

function decodeAscii85(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/^\s*<~|~>[^]*$|\s/g, '').replace(/z/g, '!!!!!');
  const out: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    let value = 0;
    for (const character of group.padEnd(5, 'u')) value = value * 85 + (character.charCodeAt(0) - 33);
    const four = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) & 255);
    out.push(...four.slice(0, group.length - 1));
  }
  return Buffer.from(out);
}

/** Undoes PNG prediction of bytes (7.4.4.4), as tables of objects use it: one byte a column. */
function unpredict(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)]!;
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      const left = column > 0 ? out[here - 1]! : 0;
      const up = row > 0 ? out[here - columns]! : 0;
      const corner = row > 0 && column > 0 ? out[here - columns - 1]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      out[here] = bytes[row * (columns + 1) + 1 + column]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
