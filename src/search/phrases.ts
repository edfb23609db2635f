/** Where phrases stand: the texts that hold a query word for word, found by its words or its pairs of words and read to be sure. */
import type { Piece } from './format.ts';
import { REACH, type ReadFile, type Texts } from './texts.ts';
import { canonical, type Profile } from './words.ts';

/** A text that holds a phrase. */
export interface Held {
  /** Where it begins. */
  block: number;
  /** It holds all of the query word for word. */
  whole: boolean;
  /** It was read, or its pairs of words say so. */
  sure: boolean;
}

/** Texts read to find a phrase: at first, and where the first do not have it. */
const PHRASE_FILES = 8;
const MORE_PHRASE_FILES = 40;

export class Phrases {
  readonly #texts: Texts;
  readonly #profile: Profile;
  readonly #read: ReadFile;
  /** Texts read at first to find a phrase. */
  readonly #phraseFiles: number;
  readonly #pieces = new Map<number, Promise<Piece>>();

  /** @param atHand files cost no network: more are read */
  constructor(texts: Texts, profile: Profile, read: ReadFile, atHand: boolean) {
    this.#texts = texts;
    this.#profile = profile;
    this.#read = read;
    this.#phraseFiles = atHand ? MORE_PHRASE_FILES * 5 : PHRASE_FILES;
  }

  /**
   * Documents that have the phrases word for word, with the block where they begin.
   *
   * Where the words leave many texts, the pairs of words leave few; the likeliest are read, and what was not read stands in pairs.
   *
   * @param likely blocks that have nearly all of the words; undefined where the words are not known
   */
  async holding(phrases: readonly string[], whole: string, likely: readonly number[] | undefined, weights: ReadonlyMap<number, number>): Promise<Map<number, Held>> {
    const wanted = phrases.map((phrase) => canonical(phrase, this.#profile)).filter((phrase) => phrase.trim() !== '');
    const entire = canonical(whole, this.#profile);
    let blocks = likely ?? [];
    let paired = false;
    if (!likely || likely.length === 0 || this.#filesOf(likely).size > this.#phraseFiles) {
      const found = await this.#texts.blocksWithPairs(phrases, (few) => this.#filesOf(few).size <= this.#phraseFiles);
      paired = found !== undefined;
      if (found) blocks = found.sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)); // a stable sort: what has all pairs stays ahead
    }
    const held = new Map<number, Held>();
    const files = [...this.#filesOf(blocks)];
    const read = new Set<number>();
    for (const batch of [files.slice(0, this.#phraseFiles), files.slice(this.#phraseFiles, MORE_PHRASE_FILES)]) {
      if (batch.length === 0 || held.size > 0) continue;
      await Promise.all(
        batch.map(async ([, inFile]) => {
          for (const block of inFile) {
            read.add(block);
            const document = this.#texts.documentOf(block);
            if (held.get(document)?.whole) continue;
            const { text, start } = await this.#around(block);
            if (!wanted.every((phrase) => text.includes(phrase))) continue;
            const entireHere = wanted.length === 1 && wanted[0] === entire ? true : text.includes(entire);
            if (!held.has(document) || entireHere) held.set(document, { block: start(wanted[0]!), whole: entireHere, sure: true });
          }
        }),
      );
    }
    // Of Chinese and of single words nothing but the words is known; of phrases the pairs say nearly as much as the text.
    for (const block of blocks) {
      const document = this.#texts.documentOf(block);
      if (!read.has(block) && !held.has(document)) held.set(document, { block, whole: false, sure: paired });
    }
    return held;
  }

  /** Files of text that hold blocks, in the order of the blocks. */
  #filesOf(blocks: readonly number[]): Map<number, number[]> {
    const files = new Map<number, number[]>();
    for (const block of blocks) {
      const { file } = this.#texts.pieceOf(block);
      const list = files.get(file);
      if (list) list.push(block);
      else files.set(file, [block]);
    }
    return files;
  }

  /** A block with those beside it as phrases are compared, headings in their places, and which block a phrase in it begins in. */
  async #around(block: number): Promise<{ text: string; start: (phrase: string) => number }> {
    const document = this.#texts.documentOf(block);
    const from = Math.max(this.#texts.starts[document]!, block - REACH);
    const to = Math.min(this.#texts.starts[document + 1]! - 1, block + REACH);
    let text = ' ';
    const begins: number[] = [];
    for (let at = from; at <= to; at++) {
      const { file, first } = this.#texts.pieceOf(at);
      const piece = await this.piece(file);
      const [provision, words] = piece.blocks[at - first]!;
      const [, label, heading] = piece.provisions[provision] ?? ['', '', ''];
      begins.push(text.length - 1);
      const isFirst = provision >= 0 && piece.blocks[at - first - 1]?.[0] !== provision;
      text += canonical(isFirst ? `${label} ${heading} ${words}` : words, this.#profile).slice(1);
    }
    return {
      text,
      start: (phrase) => {
        // Where it stands twice, in the block that was meant if it is there.
        const here = text.indexOf(phrase, begins[block - from]);
        const place = here >= 0 && here < (begins[block - from + 1] ?? Infinity) ? here : text.indexOf(phrase);
        return from + Math.max(0, begins.findLastIndex((begin) => begin <= place));
      },
    };
  }

  /** A piece of text, by the number of its file. */
  piece(file: number): Promise<Piece> {
    let piece = this.#pieces.get(file);
    if (!piece) {
      piece = this.#read(`text-${file}`).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Piece);
      piece.catch(() => this.#pieces.delete(file));
      this.#pieces.set(file, piece);
    }
    return piece;
  }
}
