/**
 * Parts of a language's index for readers who keep a part of the library: the documents of a State, of a convention, of a manual, with
 * their terms and texts, numbered anew. Made from the index itself, while its lists are written.
 */
import { COLUMNS, type Catalogue, type Column } from '../format.ts';
import { TermFiles } from './list-files.ts';

/** One part: what its bundle is made of. */
export interface IndexPart {
  set: string;
  catalogue: string;
  terms: Uint8Array[];
  /** Numbers of the language's files of text. */
  texts: number[];
}

/** Terms of a part are read all at once: files as large as is easy to make. */
const TERMS_FILE = 50_000;

interface Part {
  documents: number[];
  blocks: number;
  terms: TermFiles;
  files: Uint8Array[];
  /** Blocks of the term under way. */
  list: number[];
}

export class Parts {
  readonly #parts = new Map<string, Part>();
  /** For each document the parts it is in, and where its blocks begin there. */
  readonly #of: { part: Part; start: number }[][] = [];

  /** Adds the next document. */
  add(sets: readonly string[], blocks: number): void {
    const document = this.#of.length;
    this.#of.push(
      sets.map((set) => {
        let part = this.#parts.get(set);
        if (!part) this.#parts.set(set, (part = { documents: [], blocks: 0, terms: new TermFiles(TERMS_FILE), files: [], list: [] }));
        part.documents.push(document);
        part.blocks += blocks;
        return { part, start: part.blocks - blocks };
      }),
    );
  }

  /** Adds a term; terms come in order. `starts` has the first block of each document, `documentOf` the document of each block. */
  term(term: string, blocks: Uint32Array, starts: Uint32Array, documentOf: Uint32Array): void {
    const touched = new Set<Part>();
    for (const block of blocks) {
      const document = documentOf[block]!;
      for (const { part, start } of this.#of[document]!) {
        touched.add(part);
        part.list.push(block - starts[document]! + start);
      }
    }
    for (const part of touched) {
      const full = part.terms.add(term, part.list);
      if (full) part.files.push(full);
      part.list = [];
    }
  }

  /** The parts, in order of their names. `firstText` has the first file of text of each document. */
  *finish(catalogue: Catalogue, firstText: readonly number[]): Generator<IndexPart> {
    for (const [set, { documents, terms, files }] of [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const last = terms.end();
      yield {
        set,
        catalogue: JSON.stringify({ ...rowsOf(catalogue, documents), terms: terms.firsts, pairs: [] }),
        terms: last ? [...files, last] : files,
        texts: documents.flatMap((document) => Array.from({ length: [catalogue.pieces[document]!].flat().length }, (_, index) => firstText[document]! + index)),
      };
    }
  }
}

/** Rows of some documents, with the values they have. */
function rowsOf(catalogue: Catalogue, documents: readonly number[]): Catalogue {
  const pick = <Value>(values: readonly Value[]): Value[] => documents.map((document) => values[document]!);
  const renumber = <Value>(values: Record<number, Value>): Record<number, Value> =>
    Object.fromEntries(documents.flatMap((document, index) => (document in values ? [[index, values[document]!]] : [])));
  return {
    ...catalogue,
    titles: pick(catalogue.titles), names: renumber(catalogue.names), keywords: renumber(catalogue.keywords), addresses: pick(catalogue.addresses),
    kinds: pick(catalogue.kinds), dates: pick(catalogue.dates), pieces: pick(catalogue.pieces),
    columns: Object.fromEntries(COLUMNS.map((column) => [column, columnOf(catalogue.columns[column], documents)])) as Record<Column, Catalogue['columns'][Column]>,
  };
}

function columnOf({ values, of }: Catalogue['columns'][Column], documents: readonly number[]): Catalogue['columns'][Column] {
  const places = new Map<number, number>();
  const place = (value: number): number => places.get(value) ?? (places.set(value, places.size), places.size - 1);
  const own = documents.map((document) => {
    const list = of[document]!;
    return Array.isArray(list) ? list.map(place) : place(list);
  });
  return { values: [...places.keys()].map((value) => values[value]!), of: own };
}
