/**
 * The index of one language, made document by document. Memory is bounded by what the language's terms need: texts are handed
 * on piece by piece as soon as they are cut.
 */
import type { Column, DocumentKind } from '../format.ts';
import { COLUMNS, KINDS, LONGEST_TERM, writeVarint, type Catalogue, type Piece } from '../format.ts';
import { SIMPLIFIED } from '../han.ts';
import { eachWord, hanTerms, wordTerms, type Profile } from '../words.ts';
import { numberTerms } from '../provision-number.ts';
import type { ProvisionText } from './text-blocks.ts';

/** What is known of a document besides its text. */
export interface DocumentRecord {
  kind: DocumentKind;
  title: string;
  /** Other names, citations and numbers; the first is shown. */
  names: string[];
  /** Keywords and key terms. */
  keywords?: readonly string[] | undefined;
  /** Address below the base path. */
  address: string;
  date: string;
  columns: Partial<Record<Column, string[]>>;
  text: ProvisionText[];
}

/** A file of the index, not packed. */
export interface IndexFile {
  name: string;
  content: Uint8Array | string;
}

/** Text of one piece, in code units: what one result costs to show is about a third of this, packed. */
const PIECE = 7000;
/** Lists of one file of terms, in bytes before packing. */
const TERMS_FILE = 7000;

export class LanguageIndex {
  readonly profile: Profile;
  readonly #catalogue: Catalogue;
  readonly #columns = new Map<Column, Map<string, number>>();
  readonly #terms = new Map<string, number>();
  /** Last block of each term, to count a term once a block. */
  #lastBlock = new Int32Array(1 << 16).fill(-1);
  /** Term of each posting, in order of blocks; #blockEnd says where a block's postings end. */
  #postings = new Uint32Array(1 << 20);
  #count = 0;
  readonly #blockEnd: number[] = [];
  /** Terms of a word as it stands in the text, so that each form is folded and stemmed once. */
  readonly #forms = new Map<string, readonly number[]>();
  readonly #pairs = new Map<number, number>();
  #pieceCount = 0;

  constructor(language: string) {
    this.profile = { tag: language, han: language === 'zh' ? SIMPLIFIED : undefined };
    this.#catalogue = {
      language, titles: [], names: {}, keywords: {}, addresses: [], kinds: [], dates: [], pieces: [], terms: [],
      columns: Object.fromEntries(COLUMNS.map((column) => [column, { values: [], of: [] }])) as unknown as Catalogue['columns'],
    };
    for (const column of COLUMNS) this.#columns.set(column, new Map());
  }

  get documents(): number {
    return this.#catalogue.titles.length;
  }

  /** Adds a document; hands on the files that are ready. */
  *add(record: DocumentRecord): Generator<IndexFile> {
    const catalogue = this.#catalogue;
    const number = catalogue.titles.length;
    catalogue.titles.push(record.title);
    const names = [...new Set(record.names)].filter((name) => name !== record.title);
    if (names.length > 0) catalogue.names[number] = names;
    if (record.keywords && record.keywords.length > 0) catalogue.keywords[number] = [...record.keywords];
    catalogue.addresses.push(record.address);
    catalogue.kinds.push(KINDS.indexOf(record.kind));
    catalogue.dates.push(record.date);
    for (const column of COLUMNS) {
      const places = (record.columns[column] ?? []).map((value) => this.#place(column, value));
      catalogue.columns[column].of.push(places.length === 1 ? places[0]! : places);
    }
    const pieces: number[] = [];
    for (const piece of piecesOf(record.text)) {
      for (const [provision, text] of piece.blocks) this.#addBlock(text, piece.provisions[provision], provision >= 0 && isFirst(piece, provision, text));
      pieces.push(piece.blocks.length);
      yield { name: `text-${this.#pieceCount++}`, content: JSON.stringify(piece) };
    }
    catalogue.pieces.push(pieces.length === 1 ? pieces[0]! : pieces);
  }

  /** Files of terms, then the catalogue. */
  *finish(): Generator<IndexFile> {
    this.#forms.clear();
    const lists = this.#lists();
    const encoder = new TextEncoder();
    const sorted = [...this.#terms].sort(([a], [b]) => (a < b ? -1 : 1));
    let bytes: number[] = [];
    let previous: Uint8Array = new Uint8Array(0);
    let file = 0;
    const flush = function* (): Generator<IndexFile> {
      yield { name: `terms-${file++}`, content: Uint8Array.from(bytes) };
      bytes = [];
      previous = new Uint8Array(0);
    };
    for (const [term, id] of sorted) {
      const name = encoder.encode(term);
      if (name.length > LONGEST_TERM) continue;
      const list = lists(id);
      if (bytes.length > 0 && bytes.length + list.length > TERMS_FILE) yield* flush();
      if (bytes.length === 0) this.#catalogue.terms.push(term);
      let shared = 0;
      while (shared < previous.length && shared < name.length && previous[shared] === name[shared]) shared++;
      bytes.push(shared, name.length - shared, ...name.subarray(shared));
      writeVarint(bytes, list.length);
      for (const byte of list) bytes.push(byte);
      previous = name;
    }
    if (bytes.length > 0) yield* flush();
    yield { name: 'catalogue', content: JSON.stringify(this.#catalogue) };
  }

  #place(column: Column, value: string): number {
    const places = this.#columns.get(column)!;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
      this.#catalogue.columns[column].values.push(value);
    }
    return place;
  }

  #addBlock(text: string, provision: Piece['provisions'][number] | undefined, first: boolean): void {
    const block = this.#blockEnd.length;
    this.#addText(text, block);
    if (provision && first) {
      const [eid, , heading] = provision;
      this.#addText(heading, block);
      for (const term of numberTerms(eid)) this.#post(this.#id(term), block);
    }
    this.#blockEnd.push(this.#count);
  }

  #addText(text: string, block: number): void {
    eachWord(text, (start, end, han) => {
      const form = text.slice(start, end);
      if (han && form.length > 1) return this.#addPairs(form, block);
      let ids = this.#forms.get(form);
      if (!ids) {
        ids = (han ? hanTerms(form, this.profile) : wordTerms(form, this.profile)).map((term) => this.#id(term));
        this.#forms.set(form, ids);
      }
      for (const id of ids) this.#post(id, block);
    });
  }

  /** Pairs of a run of Han characters, by number: most of the index of Chinese is made here, and strings would take twice as long. */
  #addPairs(run: string, block: number): void {
    const { han } = this.profile;
    let previous = 0;
    for (let index = 0; index < run.length; index++) {
      const code = run.charCodeAt(index);
      const folded = han ? han[code]! : code;
      if (index > 0) {
        // Both fit into 30 bits: Han and kana below U+B000; the few compatibility characters go by both and a sign.
        const key = folded < 0xb000 && previous < 0xb000 ? (previous - 0x3000) * 0x8000 + (folded - 0x3000) : -(previous * 0x10000 + folded);
        let id = this.#pairs.get(key);
        if (id === undefined) {
          id = this.#id(String.fromCharCode(previous, folded));
          this.#pairs.set(key, id);
        }
        this.#post(id, block);
      }
      previous = folded;
    }
  }

  #id(term: string): number {
    let id = this.#terms.get(term);
    if (id === undefined) {
      id = this.#terms.size;
      this.#terms.set(term, id);
      if (id >= this.#lastBlock.length) {
        const larger = new Int32Array(this.#lastBlock.length * 2).fill(-1);
        larger.set(this.#lastBlock);
        this.#lastBlock = larger;
      }
    }
    return id;
  }

  #post(id: number, block: number): void {
    if (this.#lastBlock[id] === block) return;
    this.#lastBlock[id] = block;
    if (this.#count === this.#postings.length) {
      const larger = new Uint32Array(this.#postings.length * 2);
      larger.set(this.#postings);
      this.#postings = larger;
    }
    this.#postings[this.#count++] = id;
  }

  /** Turns postings by block into lists by term, by counting. */
  #lists(): (id: number) => number[] {
    const starts = new Uint32Array(this.#terms.size + 1);
    for (let index = 0; index < this.#count; index++) starts[this.#postings[index]! + 1]!++;
    for (let id = 0; id < this.#terms.size; id++) starts[id + 1]! += starts[id]!;
    const blocks = new Uint32Array(this.#count);
    const next = starts.slice();
    let index = 0;
    this.#blockEnd.forEach((end, block) => {
      for (; index < end; index++) blocks[next[this.#postings[index]!]!++] = block;
    });
    return (id) => {
      const bytes: number[] = [];
      let previous = 0;
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        writeVarint(bytes, blocks[at]! - previous);
        previous = blocks[at]!;
      }
      return bytes;
    };
  }
}

/** True for the first block of a provision in its piece: where its heading and number are counted. */
function isFirst(piece: Piece, provision: number, text: string): boolean {
  return piece.blocks.find((block) => block[0] === provision)![1] === text;
}

/** Cuts a document's text into pieces; a provision without text of its own still has a block, so that its heading is found. */
function* piecesOf(text: readonly ProvisionText[]): Generator<Piece> {
  let piece: Piece = { provisions: [], blocks: [] };
  let length = 0;
  for (const { eid, label, heading, blocks } of text) {
    let at = -1;
    for (const block of blocks.length === 0 && eid !== '' ? [''] : blocks) {
      if (length > 0 && length + block.length > PIECE) {
        yield piece;
        piece = { provisions: [], blocks: [] };
        length = 0;
        at = -1;
      }
      if (at === -1 && eid !== '') at = piece.provisions.push([eid, label, heading]) - 1;
      piece.blocks.push([at, block]);
      length += block.length + 20;
    }
  }
  if (piece.blocks.length > 0) yield piece;
}
