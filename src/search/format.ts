/**
 * Files of the index. Numbers are varints (seven bits a byte, the lowest first), lists ascending and so written as differences.
 *
 * A file of terms: for each term, in order of code units, the length it shares with the one before (1 byte), the length of the
 * rest in UTF-8 (1 byte), the rest, the length of its list in bytes (varint), its list of blocks.
 *
 * A file of pairs: for each pair, in order, the difference to the number before (to the file's first for the first, so 0), the length
 * of its list in bytes, its list of blocks; all varints.
 */

/** Terms are cut to this many UTF-8 bytes: longer words are one in a million, and noise. */
export const LONGEST_TERM = 60;

/** Appends a number as a varint. */
export function writeVarint(target: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    target.push((rest & 127) | 128);
    rest >>>= 7;
  }
  target.push(rest);
}

/** The list of blocks of a term. */
export function readList(bytes: Uint8Array): Uint32Array {
  const list = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let index = 0;
  while (index < bytes.length) {
    let byte = bytes[index++]!;
    let delta = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[index++]!;
      delta |= (byte & 127) << shift;
    }
    value += delta;
    list[count++] = value;
  }
  return list.subarray(0, count);
}

/** Terms of a file → their lists, still packed. */
export function readTerms(bytes: Uint8Array): Map<string, Uint8Array> {
  const terms = new Map<string, Uint8Array>();
  const decoder = new TextDecoder();
  let previous = new Uint8Array(0);
  let index = 0;
  while (index < bytes.length) {
    const shared = bytes[index++]!;
    const rest = bytes[index++]!;
    const term = new Uint8Array(shared + rest);
    term.set(previous.subarray(0, shared));
    term.set(bytes.subarray(index, index + rest), shared);
    index += rest;
    let byte = bytes[index++]!;
    let length = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[index++]!;
      length |= (byte & 127) << shift;
    }
    terms.set(decoder.decode(term), bytes.subarray(index, index + length));
    index += length;
    previous = term;
  }
  return terms;
}

/** Pairs of a file → their lists, still packed. `first` is the number of its first pair. */
export function readPairs(bytes: Uint8Array, first: number): Map<number, Uint8Array> {
  const pairs = new Map<number, Uint8Array>();
  let index = 0;
  const varint = (): number => {
    let byte = bytes[index++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[index++]!;
      value |= (byte & 127) << shift;
    }
    return value;
  };
  for (let pair = first; index < bytes.length; ) {
    pair += varint();
    const length = varint();
    pairs.set(pair, bytes.subarray(index, index + length));
    index += length;
  }
  return pairs;
}

/** A piece of a document's text, as excerpts need it. */
export interface Piece {
  /** Provisions that stand in it: eId, printed label, words of the heading. */
  provisions: [eid: string, label: string, heading: string][];
  /** Blocks: number of the provision in the list above (-1 for text before the first), and the text. */
  blocks: [provision: number, text: string][];
}

/** Kinds of document, in the order in which the reader sees them. */
export const KINDS = ['law', 'convention', 'article', 'treaty', 'case', 'state', 'crime', 'network', 'manual'] as const;
export type DocumentKind = (typeof KINDS)[number];

/** What results are narrowed by, in the order in which the reader sees it. Year, language and kind are facets as well, but need no column of their own. */
export const COLUMNS = ['state', 'region', 'convention', 'article', 'crime', 'subject', 'status'] as const;
export type Column = (typeof COLUMNS)[number];

/** Everything known of the documents of one language but their texts: the first file a reader loads. */
export interface Catalogue {
  /** BCP 47. */
  language: string;
  titles: string[];
  /** Other names, citations and numbers by document: the first shown, all found. */
  names: Record<number, string[]>;
  /** Keywords and key terms by document: found like names, but never as the name itself. */
  keywords: Record<number, string[]>;
  /** Address of each document below the site's base path. */
  addresses: string[];
  /** Place of each document's kind in {@link KINDS}. */
  kinds: number[];
  /** Date of each document: `2010`, `2010-10-08`, or empty. */
  dates: string[];
  /** Values of each column, and for each document the places of its values. */
  columns: Record<Column, { values: string[]; of: (number | number[])[] }>;
  /** For each document the number of blocks in each piece of its text; one number where there is one piece. */
  pieces: (number | number[])[];
  /** First term of each file of terms. */
  terms: string[];
  /** First pair of each file of pairs, as the difference to the one before; empty where phrases are found by reading texts alone. */
  pairs: number[];
}

/** A catalogue as it is written: 1 where a document's address has its date. */
export type WrittenCatalogue = Omit<Catalogue, 'dates'> & { dates: (string | 1)[] };

/** Dates but for those that stand in addresses. */
export function datesBesides({ dates, addresses }: Catalogue): WrittenCatalogue['dates'] {
  return dates.map((date, document) => (date === dateIn(addresses[document]!) ? 1 : date));
}

/** A catalogue with all its dates. */
export function withDates(written: WrittenCatalogue): Catalogue {
  return { ...written, dates: written.dates.map((date, document) => (date === 1 ? dateIn(written.addresses[document]!)! : date)) };
}

function dateIn(address: string): string | undefined {
  return /\/(\d{4}(?:-\d\d(?:-\d\d)?)?)\//.exec(address)?.[1];
}

/** Folder of a language's files, by language, and how many documents it has. */
export type Entry = Record<
  string,
  {
    folder: string;
    documents: number;
    /** Without the network: parts to read in place of the folder, and what the reader calls the sets that brought them. */
    parts?: string[];
    kept?: string[];
  }
>;
