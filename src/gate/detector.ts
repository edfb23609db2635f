/**
 * Looks for fingerprints in units.
 *
 * A hash rolls over every window of each lane length; a window whose head is in the sieve (about one in a thousand) is
 * hashed with SHA-256 and compared. Groups of digits are put together and compared with phone numbers.
 */
import { digest, headOf, LANES, laneOf, multiplier, type Fingerprint, type Fingerprints } from './fingerprint.ts';
import { BREAK, UNIT, type Units } from './normalize.ts';
import { isTellingId } from './secret.ts';

/** Called with the fingerprint found and the unit at which it begins. */
export type Found = (fingerprint: Fingerprint, position: number) => void;

/** The sieve looks at the lower bits of a head only: 64 kB stay in the innermost caches of a processor. */
const SIEVE_BITS = 19;
const SIEVE_MASK = (1 << SIEVE_BITS) - 1;

/** A number of so many digits is looked for at every digit, a shorter one only where a group of digits begins and ends. */
const LONG_NUMBER = 10;

export class Detector {
  readonly #secret: string;
  readonly #factor: number;
  readonly #lanes: Lane[];
  /** By number of digits. */
  readonly #phones = new Map<number, { heads: Set<number>; leaving: number }>();
  readonly #hashes = new Map<string, Fingerprint[]>();
  readonly #ids = new Map<string, Fingerprint>();

  constructor({ secret, entries }: Fingerprints) {
    this.#secret = secret;
    this.#factor = multiplier(secret);
    const inText = entries.filter(({ kind, length }) => kind !== 'phone' && length >= LANES[0] && (kind !== 'id' || isTellingId(length)));
    this.#lanes = LANES.map((length) => new Lane(length, this.#factor, inText.filter((entry) => laneOf(entry.kind, entry.length) === length))).filter(({ isEmpty }) => !isEmpty);
    for (const entry of entries) {
      this.#hashes.set(entry.hash, [...(this.#hashes.get(entry.hash) ?? []), entry]);
      if (entry.kind === 'id') this.#ids.set(entry.hash, entry);
      if (entry.kind !== 'phone') continue;
      const phones = this.#phones.get(entry.length) ?? { heads: new Set(), leaving: powerOf(this.#factor, entry.length) };
      phones.heads.add(entry.head);
      this.#phones.set(entry.length, phones);
    }
  }

  /** True where there is nothing to look for. */
  get isEmpty(): boolean {
    return this.#hashes.size === 0;
  }

  /** Reports every fingerprint found in units. */
  detect(units: Units, found: Found): void {
    for (const lane of this.#lanes) {
      lane.roll(units, (position, lengths) => {
        for (const length of lengths) {
          if (position + length > units.length) continue;
          for (const entry of this.#lookUp(units.slice(position, position + length), length)) if (entry.kind !== 'phone') found(entry, position);
        }
      });
    }
    if (this.#phones.size > 0) this.#detectNumbers(units, found);
  }

  /** The fingerprint of a record's id, where a folder or file is called so. */
  detectId(normalized: string): Fingerprint | undefined {
    return this.#ids.get(digest(this.#secret, normalized));
  }

  #lookUp(text: string, length: number): readonly Fingerprint[] {
    const entries = this.#hashes.get(digest(this.#secret, text)) ?? [];
    return entries.filter((entry) => entry.length === length);
  }

  #detectNumbers(units: Units, found: Found): void {
    const { data } = units;
    for (let start = 0; start < units.length; start++) {
      if (!isDigit(data[start]!)) continue;
      let end = start + 1;
      while (end < units.length && isDigit(data[end]!)) end++;
      if (end - start >= 7) {
        const run = data.subarray(start, end);
        this.#detectInRun(run, start, found);
        // +999 (0)555 0142: the zero in brackets is dialled only inside the country.
        const withoutZero = run.filter((unit, index) => !(unit === (0x30 | BREAK) && index > 0 && (index + 1 === run.length || (run[index + 1]! & BREAK) !== 0)));
        if (withoutZero.length < run.length) this.#detectInRun(withoutZero, start, found);
      }
      start = end;
    }
  }

  #detectInRun(run: Uint16Array, offset: number, found: Found): void {
    for (const [length, { heads, leaving }] of this.#phones) {
      let rolling = 0;
      let zeros = true;
      for (let end = 0; end < run.length; end++) {
        const start = end + 1 - length;
        rolling = (Math.imul(rolling, this.#factor) + (run[end]! & UNIT) - (start > 0 ? Math.imul(leaving, run[start - 1]! & UNIT) : 0)) | 0;
        if (start < 0) continue;
        if (length < LONG_NUMBER) {
          if (start === 0 || run[start]! & BREAK) zeros = true;
          const begins = zeros; // a group, or a group but for the zeros dialled first
          if ((run[start]! & UNIT) !== 0x30) zeros = false;
          const ends = end + 1 === run.length || (run[end + 1]! & BREAK) !== 0;
          if (!begins || !ends) continue;
        }
        if (!heads.has(headOf(rolling))) continue;
        const digits = String.fromCharCode(...run.subarray(start, end + 1).map((unit) => unit & UNIT));
        for (const entry of this.#lookUp(digits, length)) if (entry.kind === 'phone') found(entry, offset + start);
      }
    }
  }
}

/** What leaves a rolling hash with the first of so many units: the factor to the power of the length. */
function powerOf(factor: number, length: number): number {
  let power = 1;
  for (let index = 0; index < length; index++) power = Math.imul(power, factor);
  return power;
}

/** Fingerprints that are sieved by windows of one length. */
class Lane {
  readonly isEmpty: boolean;
  readonly #length: number;
  readonly #factor: number;
  readonly #leaving: number;
  readonly #sieve = new Uint32Array(1 << (SIEVE_BITS - 5));
  readonly #lengths = new Map<number, number[]>();

  constructor(length: number, factor: number, entries: readonly Fingerprint[]) {
    this.#length = length;
    this.#factor = factor;
    this.isEmpty = entries.length === 0;
    this.#leaving = powerOf(factor, length);
    for (const entry of entries) {
      const place = entry.head & SIEVE_MASK;
      this.#sieve[place >>> 5]! |= 1 << (place & 31);
      const lengths = this.#lengths.get(entry.head) ?? [];
      if (!lengths.includes(entry.length)) this.#lengths.set(entry.head, [...lengths, entry.length]);
    }
  }

  /** Calls back with the position of every window whose head is in the sieve, and the lengths to try there. */
  roll(units: Units, hit: (position: number, lengths: readonly number[]) => void): void {
    const { data, length: end } = units;
    const size = this.#length;
    const factor = this.#factor;
    const leaving = this.#leaving;
    const sieve = this.#sieve;
    if (end < size) return;
    let rolling = 0;
    for (let index = 0; index < size - 1; index++) rolling = (Math.imul(rolling, factor) + (data[index]! & UNIT)) | 0;
    let last = 0; // the unit that leaves the window; none leaves the first
    for (let index = size - 1; index < end; index++) {
      rolling = (Math.imul(rolling, factor) + (data[index]! & UNIT) - Math.imul(leaving, last)) | 0;
      last = data[index - size + 1]! & UNIT;
      const head = headOf(rolling);
      const place = head & SIEVE_MASK;
      if ((sieve[place >>> 5]! & (1 << (place & 31))) === 0) continue;
      const lengths = this.#lengths.get(head);
      if (lengths) hit(index - size + 1, lengths);
    }
  }
}

function isDigit(unit: number): boolean {
  const code = unit & UNIT;
  return code >= 0x30 && code <= 0x39;
}
