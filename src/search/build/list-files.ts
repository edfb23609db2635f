/** Files of lists: terms with the blocks that have them, pairs with the blocks they stand in; cut so that one word costs a reader little. */
import { LONGEST_TERM, writeVarint } from '../format.ts';
import { packList } from './postings.ts';

const encoder = new TextEncoder();

/** Writes terms, in order of code units, into files of about a size. */
export class TermFiles {
  /** First term of each file. */
  readonly firsts: string[] = [];
  readonly #limit: number;
  #bytes: number[] = [];
  #previous: Uint8Array = new Uint8Array(0);

  /** @param limit bytes of a file, before packing; one list may be longer */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds a term; gives a file that is full. */
  add(term: string, blocks: ArrayLike<number>): Uint8Array | undefined {
    const name = encoder.encode(term);
    if (name.length > LONGEST_TERM) return undefined;
    const list = packList(blocks);
    const full = this.#bytes.length > 0 && this.#bytes.length + list.length > this.#limit ? this.end() : undefined;
    if (this.#bytes.length === 0) this.firsts.push(term);
    let shared = 0;
    while (shared < this.#previous.length && shared < name.length && this.#previous[shared] === name[shared]) shared++;
    this.#bytes.push(shared, name.length - shared, ...name.subarray(shared));
    writeVarint(this.#bytes, list.length);
    for (const byte of list) this.#bytes.push(byte);
    this.#previous = name;
    return full;
  }

  /** The last file; undefined where there is nothing left. */
  end(): Uint8Array | undefined {
    if (this.#bytes.length === 0) return undefined;
    const file = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#previous = new Uint8Array(0);
    return file;
  }
}

/** Writes pairs, in order of their numbers, into files of about a size. */
export class PairFiles {
  /** First pair of each file, each as the difference to the one before. */
  readonly steps: number[] = [];
  readonly #limit: number;
  #bytes: number[] = [];
  #first = 0;
  #previous = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(pair: number, blocks: ArrayLike<number>): Uint8Array | undefined {
    const list = packList(blocks);
    const full = this.#bytes.length > 0 && this.#bytes.length + list.length > this.#limit ? this.end() : undefined;
    if (this.#bytes.length === 0) {
      this.steps.push(pair - this.#first);
      this.#first = this.#previous = pair;
    }
    writeVarint(this.#bytes, pair - this.#previous);
    this.#previous = pair;
    writeVarint(this.#bytes, list.length);
    for (const byte of list) this.#bytes.push(byte);
    return full;
  }

  end(): Uint8Array | undefined {
    if (this.#bytes.length === 0) return undefined;
    const file = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    return file;
  }
}
