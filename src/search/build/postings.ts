/** Lists of blocks by number of a term or pair, made block by block in little memory: four bytes for each time one stands in a block. */
import { writeVarint } from '../format.ts';

export class Postings {
  /** Last block of each number, to count it once a block. */
  #lastBlock = new Int32Array(1 << 16).fill(-1);
  /** Number of each posting, in order of blocks; #blockEnd says where a block's postings end. */
  #postings = new Uint32Array(1 << 18);
  #count = 0;
  #most = -1;
  readonly #blockEnd: number[] = [];

  /** Block that is being filled. */
  get block(): number {
    return this.#blockEnd.length;
  }

  /** Notes that a number stands in the block. */
  add(number: number): void {
    if (number >= this.#lastBlock.length) {
      let length = this.#lastBlock.length;
      while (length <= number) length *= 2;
      const larger = new Int32Array(length).fill(-1);
      larger.set(this.#lastBlock);
      this.#lastBlock = larger;
    }
    if (this.#lastBlock[number] === this.block) return;
    this.#lastBlock[number] = this.block;
    if (number > this.#most) this.#most = number;
    if (this.#count === this.#postings.length) {
      const larger = new Uint32Array(this.#postings.length * 2);
      larger.set(this.#postings);
      this.#postings = larger;
    }
    this.#postings[this.#count++] = number;
  }

  endBlock(): void {
    this.#blockEnd.push(this.#count);
  }

  /** Turns postings by block into ascending lists by number, by counting. */
  lists(): { of: (number: number) => Uint32Array; count: number } {
    const starts = new Uint32Array(this.#most + 2);
    for (let index = 0; index < this.#count; index++) starts[this.#postings[index]! + 1]!++;
    for (let number = 0; number <= this.#most; number++) starts[number + 1]! += starts[number]!;
    const blocks = new Uint32Array(this.#count);
    const next = starts.slice();
    let index = 0;
    this.#blockEnd.forEach((end, block) => {
      for (; index < end; index++) {
        const number = this.#postings[index]!;
        blocks[next[number]!] = block;
        next[number]!++;
      }
    });
    return { of: (number) => (number > this.#most ? blocks.subarray(0, 0) : blocks.subarray(starts[number], starts[number + 1])), count: this.#most + 1 };
  }
}

/** An ascending list as differences. */
export function packList(list: ArrayLike<number>): number[] {
  const bytes: number[] = [];
  let previous = 0;
  for (let at = 0; at < list.length; at++) {
    writeVarint(bytes, list[at]! - previous);
    previous = list[at]!;
  }
  return bytes;
}
