/**
 * The index of one language, made document by document. Memory is bounded by what the language's terms need: texts are handed
 * on piece by piece as soon as they are cut.
 */
import type { Column, DocumentKind } from '../format.ts';
import { COLUMNS, datesBesides, KINDS, type Catalogue, type Piece, type WrittenCatalogue } from '../format.ts';
import { SIMPLIFIED } from '../han.ts';
import { pairNumber, wordNumber } from '../pairs.ts';
import { numberTerms } from '../provision-number.ts';
import { eachWord, foldWord, hanTerms, wordTerms, type Profile } from '../words.ts';
import { PairFiles, TermFiles } from './list-files.ts';
import { Parts, type IndexPart } from './parts.ts';
import { Postings } from './postings.ts';
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
  /** What it is kept with on a reader's device: `state-ke`, `convention-untoc`. */
  sets?: readonly string[] | undefined;
}

/** A file of the index, not packed. */
export interface IndexFile {
  name: string;
  content: Uint8Array;
}

/** Text of one piece, in code units: what one result costs to show is about a third of this, packed; letters of two bytes pack worse, Han characters half as well. */
const PIECE = 5000;
const WIDE_PIECE = 3200;
const HAN_PIECE = 2200;
/** Lists of one file of terms or pairs, in bytes before packing. */
const LISTS_FILE = 3000;

const utf8 = new TextEncoder();

export class LanguageIndex {
  readonly profile: Profile;
  readonly #catalogue: Catalogue;
  readonly #columns = new Map<Column, Map<string, number>>();
  readonly #terms = new Map<string, number>();
  readonly #blocks = new Postings();
  readonly #wordPairs = new Postings();
  readonly #parts = new Parts();
  /** First file of text of each document. */
  readonly #firstText: number[] = [];
  /** Terms of a word as it stands in the text, so that each form is folded and stemmed once. */
  readonly #forms = new Map<string, { ids: readonly number[]; number: number }>();
  readonly #pairs = new Map<number, number>();
  /** Number of the word before, within a document. */
  #previous: number | undefined;
  #pieceCount = 0;

  constructor(language: string) {
    this.profile = { tag: language, han: language === 'zh' ? SIMPLIFIED : undefined };
    this.#catalogue = {
      language, titles: [], names: {}, keywords: {}, addresses: [], kinds: [], dates: [], pieces: [], terms: [], pairs: [],
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
    const begun = this.#blocks.block;
    this.#firstText.push(this.#pieceCount);
    this.#previous = undefined;
    for (const piece of piecesOf(record.text)) {
      for (const [provision, text] of piece.blocks) this.#addBlock(text, piece.provisions[provision], provision >= 0 && isFirst(piece, provision, text));
      pieces.push(piece.blocks.length);
      yield { name: `text-${this.#pieceCount++}`, content: utf8.encode(JSON.stringify(piece)) };
    }
    catalogue.pieces.push(pieces.length === 1 ? pieces[0]! : pieces);
    this.#parts.add(record.sets ?? [], this.#blocks.block - begun);
  }

  /** Files of terms and of pairs, then the catalogue. */
  *finish(): Generator<IndexFile> {
    this.#forms.clear();
    const { of } = this.#blocks.lists();
    const { starts, documentOf } = this.#places();
    const terms = new TermFiles(LISTS_FILE);
    let file = 0;
    for (const [term, id] of [...this.#terms].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const blocks = of(id);
      this.#parts.term(term, blocks, starts, documentOf);
      const full = blocks.length > 0 && terms.add(term, blocks);
      if (full) yield { name: `terms-${file++}`, content: full };
    }
    const lastTerms = terms.end();
    if (lastTerms) yield { name: `terms-${file}`, content: lastTerms };
    const pairs = new PairFiles(LISTS_FILE);
    const lists = this.#wordPairs.lists();
    file = 0;
    for (let pair = 0; pair < lists.count; pair++) {
      const blocks = lists.of(pair);
      const full = blocks.length > 0 && pairs.add(pair, blocks);
      if (full) yield { name: `pairs-${file++}`, content: full };
    }
    const lastPairs = pairs.end();
    if (lastPairs) yield { name: `pairs-${file}`, content: lastPairs };
    yield { name: 'catalogue', content: utf8.encode(JSON.stringify({ ...this.#catalogue, dates: datesBesides(this.#catalogue), terms: terms.firsts, pairs: pairs.steps } satisfies WrittenCatalogue)) };
  }

  /** Parts of the index, for readers who keep some of the library; after {@link finish}. */
  parts(): Generator<IndexPart> {
    return this.#parts.finish(this.#catalogue, this.#firstText);
  }

  /** First block of each document, and document of each block. */
  #places(): { starts: Uint32Array; documentOf: Uint32Array } {
    const starts = new Uint32Array(this.documents + 1);
    this.#catalogue.pieces.forEach((pieces, document) => (starts[document + 1] = [pieces].flat().reduce((total, count) => total + count, starts[document]!)));
    const documentOf = new Uint32Array(this.#blocks.block);
    for (let document = 0; document < this.documents; document++) documentOf.fill(document, starts[document], starts[document + 1]);
    return { starts, documentOf };
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
    if (provision && first) {
      const [eid, label, heading] = provision;
      // The number is found as a number; in phrases its words stand before the heading's, as on the page.
      this.#addText(label, false);
      this.#addText(heading);
      for (const term of numberTerms(eid)) this.#blocks.add(this.#id(term));
    }
    this.#addText(text);
    this.#blocks.endBlock();
    this.#wordPairs.endBlock();
  }

  #addText(text: string, terms = true): void {
    eachWord(text, (start, end, han) => {
      const form = text.slice(start, end);
      if (han) this.#previous = undefined;
      if (han && form.length > 1) {
        if (terms) this.#addPairs(form);
        return;
      }
      let known = this.#forms.get(form);
      if (!known) {
        known = { ids: (han ? hanTerms(form, this.profile) : wordTerms(form, this.profile)).map((term) => this.#id(term)), number: wordNumber(foldWord(form)) };
        this.#forms.set(form, known);
      }
      if (terms) for (const id of known.ids) this.#blocks.add(id);
      if (han) return;
      // A pair over the end of a block belongs to the block of its second word.
      if (this.#previous !== undefined) this.#wordPairs.add(pairNumber(this.#previous, known.number));
      this.#previous = known.number;
    });
  }

  /** Pairs of a run of Han characters, by number: most of the index of Chinese is made here, and strings would take twice as long. */
  #addPairs(run: string): void {
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
        this.#blocks.add(id);
      }
      previous = folded;
    }
  }

  #id(term: string): number {
    let id = this.#terms.get(term);
    if (id === undefined) {
      id = this.#terms.size;
      this.#terms.set(term, id);
    }
    return id;
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
      const letter = block.charCodeAt(block.length >> 1);
      const most = letter > 0x3000 ? HAN_PIECE : letter >= 0x370 && letter < 0x2000 ? WIDE_PIECE : PIECE;
      if (length > 0 && length + block.length > most) {
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
