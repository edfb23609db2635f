/** The words of texts: which blocks of which documents hold a query's words, how near each other, how rare they are. */
import { readList, readPairs, readTerms, type Catalogue } from './format.ts';
import { slipsBetween } from './names.ts';
import { pairsOf } from './pairs.ts';
import { eachWord, hanTerms, wordTerms, type Profile } from './words.ts';

/** Reads an unpacked file of the language: `terms-3`, `pairs-7`, `text-12`. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

/** How a document's text answers a query. */
export interface TextMatch {
  document: number;
  /** Weight of the words by rarity and number of blocks (BM25), not bounded. */
  score: number;
  /** Share of the query's words in the document, by weight. */
  share: number;
  /** Share in its best two blocks that follow each other. */
  near: number;
  /** Its best block. */
  block: number;
}

export interface TextAnswer {
  matches: Map<number, TextMatch>;
  /** Share of the query's words in each block, for choosing what to show. */
  blocks: Map<number, number>;
  /** Blocks that have nearly all of the words, alone or with the next: where the query may stand word for word. The likeliest first. */
  likely: number[];
  /** Words that were read otherwise because no text has them: as typed → as read. */
  read: Map<string, string>;
  /** Words no text has. */
  missing: string[];
  /** Number of words looked for. */
  words: number;
}

/** A query may have so many words in texts; more say no more. One bit each. */
const MOST_WORDS = 16;
/** Of a query that is the name of a document the rarest words are enough to find others like it. */
const WORDS_OF_NAME = 6;
/** So many pairs of a phrase are looked for: they say where it stands as well as all of them. */
const MOST_PAIRS = 10;
/** So many are read first; mostly they leave so few texts that reading these says the rest. */
const FIRST_PAIRS = 3;
/** A phrase may run on over so many blocks after the one where it begins. */
export const REACH = 2;
/** Share of the words from which on a block may hold the query word for word. */
const NEARLY_ALL = 0.93;
const SATURATION = 1.2;
const LENGTH = 0.6;

interface Group {
  word: string;
  terms: string[];
  han: boolean;
}

export class Texts {
  readonly blockCount: number;
  readonly #catalogue: Catalogue;
  readonly #profile: Profile;
  readonly #read: ReadFile;
  readonly #files = new Map<number, Promise<Map<string, Uint8Array>>>();
  readonly #pairFiles = new Map<number, Promise<Map<number, Uint8Array>>>();
  /** First pair of each file of pairs. */
  readonly #firstPairs: number[];
  /** First block of each document, and one past the last. */
  readonly starts: Uint32Array;
  readonly #documentOf: Uint32Array;

  constructor(catalogue: Catalogue, profile: Profile, read: ReadFile) {
    this.#catalogue = catalogue;
    this.#profile = profile;
    this.#read = read;
    this.starts = new Uint32Array(catalogue.pieces.length + 1);
    catalogue.pieces.forEach((pieces, document) => {
      this.starts[document + 1] = this.starts[document]! + [pieces].flat().reduce((total, count) => total + count, 0);
    });
    this.blockCount = this.starts.at(-1)!;
    let first = 0;
    this.#firstPairs = catalogue.pairs.map((step) => (first += step));
    this.#documentOf = new Uint32Array(this.blockCount);
    for (let document = 0; document < catalogue.pieces.length; document++) this.#documentOf.fill(document, this.starts[document], this.starts[document + 1]);
  }

  documentOf(block: number): number {
    return this.#documentOf[block]!;
  }

  /** Piece of a block, as a number of its file, and the block's place in it. */
  pieceOf(block: number): { file: number; first: number } {
    const document = this.documentOf(block);
    let file = this.#fileStart(document);
    let first = this.starts[document]!;
    for (const count of [this.#catalogue.pieces[document]!].flat()) {
      if (block < first + count) break;
      first += count;
      file++;
    }
    return { file, first };
  }

  #fileStarts: Uint32Array | undefined;
  #fileStart(document: number): number {
    if (!this.#fileStarts) {
      const starts = new Uint32Array(this.#catalogue.pieces.length + 1);
      this.#catalogue.pieces.forEach((pieces, index) => (starts[index + 1] = starts[index]! + (Array.isArray(pieces) ? pieces.length : 1)));
      this.#fileStarts = starts;
    }
    return this.#fileStarts[document]!;
  }

  /** Blocks that have one of the terms, ascending. */
  async blocksOf(terms: readonly string[]): Promise<Uint32Array> {
    const lists = await Promise.all(terms.map(async (term) => (await this.#fileOf(term)).get(term)));
    return union(lists.filter((list) => list !== undefined).map(readList));
  }

  /**
   * Blocks near which phrases stand, as their pairs of words or of Han characters say: each has pairs of them, and the blocks beside it
   * the others. Blocks that have all of them come first.
   *
   * @param few true where the blocks will all be read: then other pairs need not be asked
   * @returns undefined where the phrases have no pairs to say so
   */
  async blocksWithPairs(phrases: readonly string[], few: (blocks: readonly number[]) => boolean): Promise<number[] | undefined> {
    const words = this.#firstPairs.length === 0 ? [] : [...new Set(phrases.flatMap(pairsOf))].slice(0, MOST_PAIRS);
    const han = evenly([...new Set(phrases.flatMap((phrase) => hanPairs(phrase, this.#profile)))], MOST_PAIRS * 2);
    if (words.length + han.length === 0) return undefined;
    const lists = (pairs: readonly (number | string)[]): Promise<Uint32Array[]> => Promise.all(pairs.map((pair) => (typeof pair === 'number' ? this.#blocksOfPair(pair) : this.blocksOf([pair]))));
    const pairs = [...words, ...han];
    const first = await lists(pairs.slice(0, FIRST_PAIRS));
    const blocks = this.#blocksNearAll(first);
    return pairs.length <= FIRST_PAIRS || few(blocks) ? blocks : this.#blocksNearAll([...first, ...(await lists(pairs.slice(FIRST_PAIRS)))]);
  }

  /** Blocks of the shortest list that are in all lists or have a block of each near them; those that are in all come first. */
  #blocksNearAll(lists: readonly Uint32Array[]): number[] {
    const [rarest, ...others] = lists.toSorted((a, b) => a.length - b.length) as [Uint32Array, ...Uint32Array[]];
    const whole: number[] = [];
    const spread: number[] = [];
    for (const block of rarest) {
      if (others.every((list) => hasBetween(list, block, block))) {
        whole.push(block);
        continue;
      }
      const document = this.#documentOf[block]!;
      const from = Math.max(this.starts[document]!, block - REACH);
      const to = Math.min(this.starts[document + 1]! - 1, block + REACH);
      if (others.every((list) => hasBetween(list, from, to))) spread.push(block);
    }
    return [...whole, ...spread];
  }

  async #blocksOfPair(pair: number): Promise<Uint32Array> {
    let low = 0;
    let high = this.#firstPairs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstPairs[middle]! <= pair) low = middle;
      else high = middle - 1;
    }
    let file = this.#pairFiles.get(low);
    if (!file) {
      file = this.#read(`pairs-${low}`).then((bytes) => readPairs(bytes, this.#firstPairs[low]!));
      file.catch(() => this.#pairFiles.delete(low));
      this.#pairFiles.set(low, file);
    }
    const list = (await file).get(pair);
    return list ? readList(list) : new Uint32Array(0);
  }

  /**
   * Looks a query's words up.
   *
   * @param rarity of a word's terms, where the query is a name and its rarest words are enough
   */
  async search(query: string, rarity?: (terms: readonly string[]) => number): Promise<TextAnswer> {
    const all = groupsOf(query, this.#profile);
    const groups = rarity ? all.toSorted((a, b) => rarity(b.terms) - rarity(a.terms)).slice(0, WORDS_OF_NAME) : all;
    const read = new Map<string, string>();
    const missing: string[] = [];
    const lists = await Promise.all(
      groups.map(async ({ word, terms, han }) => {
        const list = await this.blocksOf(terms);
        if (list.length > 0 || han) return list;
        const near = await this.#nearest(terms[0]!);
        if (near.length > 0) read.set(word, near[0]!);
        return this.blocksOf(near);
      }),
    );
    groups.forEach(({ word }, index) => {
      if (lists[index]!.length === 0) missing.push(word);
    });
    return { ...this.#weigh(lists), read, missing, words: groups.length };
  }

  #weigh(lists: readonly Uint32Array[]): Pick<TextAnswer, 'matches' | 'blocks' | 'likely'> {
    const documents = this.#catalogue.pieces.length;
    const average = this.blockCount / Math.max(1, documents);
    // How rare a word is says the number of documents; a word no text has counts as the rarest.
    const counts = lists.map((list) => this.#documentsIn(list));
    const idf = counts.map((count) => Math.log(1 + (documents - count + 0.5) / (count + 0.5)) + 0.05);
    const total = idf.reduce((sum, weight) => sum + weight, 0) || 1;
    const masks = new Map<number, number>();
    const matches = new Map<number, TextMatch>();
    lists.forEach((list, group) => {
      const weight = idf[group]!;
      for (let index = 0; index < list.length; ) {
        const document = this.#documentOf[list[index]!]!;
        const end = this.starts[document + 1]!;
        let count = 0;
        for (; index < list.length && list[index]! < end; index++, count++) masks.set(list[index]!, (masks.get(list[index]!) ?? 0) | (1 << group));
        const length = this.starts[document + 1]! - this.starts[document]!;
        const saturated = (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + (LENGTH * length) / average));
        let match = matches.get(document);
        if (!match) matches.set(document, (match = { document, score: 0, share: 0, near: 0, block: list[index - 1]! }));
        match.score += weight * saturated;
        match.share += weight / total;
      }
    });
    const weightOf = new Map<number, number>();
    const blocks = new Map<number, number>();
    const weigh = (mask: number): number => {
      let weight = weightOf.get(mask);
      if (weight === undefined) {
        weight = 0;
        for (let group = 0; group < idf.length; group++) if (mask & (1 << group)) weight += idf[group]! / total;
        weightOf.set(mask, weight);
      }
      return weight;
    };
    const likely: { block: number; near: number }[] = [];
    for (const [block, mask] of masks) {
      const match = matches.get(this.#documentOf[block]!)!;
      const alone = weigh(mask);
      blocks.set(block, alone);
      const next = block + 1 < this.starts[match.document + 1]! ? weigh(mask | (masks.get(block + 1) ?? 0)) : alone;
      // Two blocks that have everything between them are a little less near than one.
      const near = Math.max(alone, next * 0.97);
      if (near >= NEARLY_ALL) likely.push({ block, near });
      if (near > match.near + 1e-9) {
        match.near = near;
        match.block = block;
      }
    }
    likely.sort((a, b) => b.near - a.near || a.block - b.block);
    return { matches, blocks, likely: likely.map(({ block }) => block) };
  }

  #documentsIn(list: Uint32Array): number {
    let count = 0;
    for (let index = 0; index < list.length; ) {
      const end = this.starts[this.#documentOf[list[index]!]! + 1]!;
      while (index < list.length && list[index]! < end) index++;
      count++;
    }
    return count;
  }

  /** Terms near one that no text has: those that begin with it, else those one slip away (two in a long word). */
  async #nearest(term: string): Promise<string[]> {
    if (term.length < 4 || /\d/.test(term)) return [];
    const known = [...(await this.#fileOf(term)).keys()];
    const longer = known.filter((word) => word.startsWith(term) && word.length <= term.length + 4);
    if (longer.length > 0) return longer.slice(0, 12);
    const near = known.map((word) => ({ word, slips: slipsBetween(term, word, term.length < 8 ? 1 : 2) })).filter(({ slips }) => slips <= (term.length < 8 ? 1 : 2));
    const least = Math.min(...near.map(({ slips }) => slips));
    return near.filter(({ slips }) => slips === least).map(({ word }) => word).slice(0, 4);
  }

  async #fileOf(term: string): Promise<Map<string, Uint8Array>> {
    const { terms } = this.#catalogue;
    let low = 0;
    let high = terms.length - 1;
    if (high < 0 || term < terms[0]!) return new Map();
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (terms[middle]! <= term) low = middle;
      else high = middle - 1;
    }
    let file = this.#files.get(low);
    if (!file) {
      file = this.#read(`terms-${low}`).then(readTerms);
      file.catch(() => this.#files.delete(low));
      this.#files.set(low, file);
    }
    return file;
  }
}

/**
 * Words of a query → groups of terms. Of a run of Han characters every second pair is enough to find the blocks that hold it;
 * the text itself decides.
 */
export function groupsOf(query: string, profile: Profile): Group[] {
  const groups: Group[] = [];
  const seen = new Set<string>();
  const add = (word: string, terms: string[], han: boolean): void => {
    if (terms.length === 0 || seen.has(terms[0]!) || groups.length >= MOST_WORDS) return;
    seen.add(terms[0]!);
    groups.push({ word, terms, han });
  };
  eachWord(query, (start, end, han) => {
    const word = query.slice(start, end);
    if (!han) return add(word, wordTerms(word, profile), false);
    const pairs = hanTerms(word, profile);
    pairs.forEach((pair, index) => {
      if (index % 2 === 0 || index === pairs.length - 1) add(word.slice(index, index + 2), [pair], true);
    });
  });
  return groups;
}

/** Pairs of neighbouring Han characters in a phrase. */
function hanPairs(phrase: string, profile: Profile): string[] {
  const pairs: string[] = [];
  eachWord(phrase, (start, end, han) => {
    if (han && end - start > 1) pairs.push(...hanTerms(phrase.slice(start, end), profile));
  });
  return pairs;
}

/** So many of a list, from all over it. */
function evenly<Value>(list: readonly Value[], most: number): readonly Value[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => list[Math.round((index * (list.length - 1)) / (most - 1))]!);
}

/** True where an ascending list has a number from `from` to `to`. */
function hasBetween(list: Uint32Array, from: number, to: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list[low]! <= to;
}

function union(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0]!;
  if (lists.length === 0) return new Uint32Array(0);
  const all = new Set<number>();
  for (const list of lists) for (const block of list) all.add(block);
  return Uint32Array.from(all).sort();
}
