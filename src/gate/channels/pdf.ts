/**
 * PDF: the text of pages, form by form and page by page; strings, metadata and attachments.
 *
 * Fails closed: an encrypted file, a font whose letters have no known meaning, or a file that shows no letters at all (a
 * scan) is reported as unreadable.
 */
import type { Channel, Sink } from '../sink.ts';
import { PdfDocument, type PdfObject } from './pdf-document.ts';
import { readFont, type PdfFont } from './pdf-font.ts';
import { Pen } from './pdf-pen.ts';
import { isDict, isName, isOperator, isString, PdfReader, stringToText, type PdfValue } from './pdf-syntax.ts';

export const pdf: Channel = (bytes, sink) => {
  try {
    const document = new PdfDocument(bytes);
    if (document.isEncrypted) return sink.unreadable('PDF', 'it is encrypted');
    const reading = new Reading(document);
    for (const object of document.objects) reading.readObject(object, sink);
    const { codes, unknown, lines } = reading;
    const text = lines.map((line) => line.join('')).join('\n');
    sink.text('PDF text', text);
    // Right-to-left text stands in the order of the eye, line by line: look at each line backwards, too.
    if (RIGHT_TO_LEFT.test(text)) sink.text('PDF text', lines.map((line) => line.toReversed().join('')).join('\n'));
    sink.text('PDF metadata', reading.strings.join('\n'));
    if (codes === 0) sink.unreadable('PDF text', 'it shows no letters');
    else if (unknown > codes * 0.3) sink.unreadable('PDF text', `${unknown} of ${codes} letters have no known meaning`);
  } catch (error) {
    sink.unreadable('PDF', (error as Error).message);
  }
};

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** What reading a document has brought together. */
class Reading {
  /** Glyphs of each line; a glyph may mean several letters, which stay together when a line is turned round. */
  readonly lines: string[][] = [[]];
  codes = 0;
  unknown = 0;
  readonly strings: string[] = [];
  readonly #document: PdfDocument;
  readonly #fonts = new Map<PdfValue | undefined, PdfFont>();
  readonly #seen = new Set<PdfObject>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  readObject(object: PdfObject, sink: Sink): void {
    const { value } = object;
    this.#collectStrings(value);
    if (this.#document.nameOf(value, 'Type') === 'Page') this.#readPage(value);
    if (!object.stream || this.#seen.has(object)) return;
    const kind = this.#document.nameOf(value, 'Subtype') ?? this.#document.nameOf(value, 'Type') ?? '';
    if (kind === 'Form' || this.#document.get(value, 'PatternType')) this.#readContent(this.#decode(object), this.#document.get(value, 'Resources'));
    else if (kind === 'XML' || kind === 'Metadata') sink.markup('PDF metadata', this.#decode(object).toString('utf8'));
    else if (kind === 'Image') this.#readImage(object, sink);
    else if (!FONT_FILE.test(kind) && !this.#isFontFile(value) && kind !== 'ObjStm' && kind !== 'XRef') sink.file('PDF attachment', '', this.#decode(object));
  }

  /** A page's content, with the resources it has or inherits. */
  #readPage(page: PdfValue): void {
    let resources: PdfValue | undefined;
    for (let holder: PdfValue | undefined = page, depth = 0; holder && !resources && depth < 32; depth++) {
      resources = this.#document.get(holder, 'Resources');
      holder = this.#document.get(holder, 'Parent');
    }
    const raw = this.#document.raw(page, 'Contents');
    const contents = this.#document.object(raw)?.stream ? [raw] : [this.#document.resolve(raw) ?? []].flat();
    const parts = contents.map((content) => this.#document.object(content)).filter((part) => part !== undefined);
    for (const part of parts) this.#seen.add(part);
    this.#readContent(Buffer.concat(parts.flatMap((part) => [this.#decode(part), Buffer.from('\n')])), resources);
  }

  /** Text-showing operators of a content stream (9.4.3). */
  #readContent(bytes: Buffer, resources: PdfValue | undefined): void {
    const reader = new PdfReader(bytes.toString('latin1'));
    const fonts = this.#document.get(resources, 'Font');
    let font = this.#font(undefined);
    const pen = new Pen();
    let operands: PdfValue[] = [];
    for (let value = reader.next(); value !== undefined; value = reader.next()) {
      if (!isOperator(value)) {
        operands.push(value);
        continue;
      }
      const { operator } = value;
      pen.move(operator, operands);
      if (operator === 'Tf' && isName(operands[0])) font = this.#font(this.#document.get(fonts, operands[0].name));
      else if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"') this.#show(operands.at(-1), font, pen);
      else if (operator === 'BDC' || operator === 'DP') this.#collectStrings(operands.at(-1));
      else if (operator === 'ID') reader.position = endOfImage(reader.text, reader.position);
      operands = [];
    }
    this.lines.push([]);
  }

  #show(operand: PdfValue | undefined, font: PdfFont, pen: Pen): void {
    if (pen.isOnNewLine()) this.lines.push([]);
    const line = this.lines.at(-1)!;
    for (const part of Array.isArray(operand) ? operand : [operand]) {
      if (!isString(part)) continue;
      for (const glyph of font.decode(part.string)) {
        this.codes++;
        if (glyph === undefined) this.unknown++;
        else line.push(glyph);
      }
    }
    line.push(' ');
  }

  #font(value: PdfValue | undefined): PdfFont {
    let font = this.#fonts.get(value);
    if (!font) {
      font = readFont(this.#document, value);
      this.#fonts.set(value, font);
    }
    return font;
  }

  #readImage(object: PdfObject, sink: Sink): void {
    const filter = [this.#document.get(object.value, 'Filter') ?? []].flat().at(-1);
    if (isName(filter) && /^(?:DCT|JPX)Decode$/.test(filter.name)) sink.text('PDF image', this.#decode(object).toString('latin1'));
  }

  /** Font programs have lengths of their parts, or are CMaps, which are tables and not text. */
  #isFontFile(value: PdfValue): boolean {
    return this.#document.get(value, 'Length1') !== undefined || this.#document.get(value, 'CMapName') !== undefined;
  }

  #decode(object: PdfObject): Buffer {
    this.#seen.add(object);
    return this.#document.decode(object);
  }

  #collectStrings(value: PdfValue | undefined): void {
    if (isString(value)) this.strings.push(stringToText(value.string));
    else if (Array.isArray(value)) for (const item of value) this.#collectStrings(item);
    else if (isDict(value)) for (const item of value.dict.values()) this.#collectStrings(item);
  }
}

const FONT_FILE = /^(?:OpenType|Type1C|CIDFontType0C)$/;

/** An inline picture ends at `EI` between spaces. */
function endOfImage(text: string, from: number): number {
  const end = /\sEI(?=\s)/g;
  end.lastIndex = from;
  return end.exec(text) ? end.lastIndex : text.length;
}
