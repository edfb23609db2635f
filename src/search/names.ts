/**
 * Titles, other names and citations of a language's documents, searched as a whole and with spelling mistakes.
 *
 * Every name is a set of terms weighed by how rare they are among names. A query's word matches a term exactly, by its beginning
 * (the last word, which may still be typed), or within one or two slips of the hand.
 */
import { canonical, eachWord, hanTerms, wordTerms, foldWord, type Profile } from './words.ts';
import type { Catalogue } from './format.ts';

/** How a document's name answers a query. */
export interface NameMatch {
  document: number;
  /** 0 to 1: share of the query in the name, and of the name in the query. */
  score: number;
  /** The query is the whole name, but for case, accents and punctuation. */
  exact: boolean;
  /** Place of the name: 0 the title, then the others. */
  name: number;
}

interface Name {
  document: number;
  place: number;
  weight: number;
}

interface Candidate {
  term: number;
  quality: number;
}

const FUZZY_ONE = 0.82;
const FUZZY_TWO = 0.66;
const PREFIX = 0.9;

export class Names {
  readonly #profile: Profile;
  readonly #names: Name[] = [];
  readonly #terms = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #postings: number[][] = [];
  readonly #idf: number[] = [];
  /** Whole names as phrases are compared → places in #names. */
  readonly #whole = new Map<string, number[]>();

  constructor(catalogue: Catalogue, profile: Profile) {
    this.#profile = profile;
    const termsOfName: number[][] = [];
    catalogue.titles.forEach((title, document) => {
      const names = [title, ...(catalogue.names[document] ?? [])];
      const seen = new Set<string>();
      names.forEach((name, place) => {
        for (const form of formsOf(name, profile.tag)) {
          const whole = canonical(form, profile);
          if (whole.trim() === '' || seen.has(whole)) continue;
          seen.add(whole);
          const number = this.#names.push({ document, place, weight: 0 }) - 1;
          push(this.#whole, whole, number);
          termsOfName.push([...new Set(this.#termsOf(form))].map((term) => this.#id(term)));
          for (const id of termsOfName.at(-1)!) this.#postings[id]!.push(number);
        }
      });
    });
    const total = this.#names.length;
    this.#postings.forEach((list, id) => (this.#idf[id] = Math.log(1 + total / list.length)));
    termsOfName.forEach((terms, number) => (this.#names[number]!.weight = sum(terms.map((id) => this.#idf[id]!))));
  }

  /**
   * Documents whose names are like the query, best first.
   *
   * @param limit most to give back
   * @param typing the last word may be the beginning of one
   */
  search(query: string, limit: number, typing = false): NameMatch[] {
    const whole = canonical(query, this.#profile);
    const exact = new Set(this.#whole.get(whole));
    const groups = this.#groupsOf(query, typing);
    if (groups.length === 0) return [];
    const matched = new Map<number, Float32Array>();
    groups.forEach(({ candidates, weight }) => {
      const best = new Map<number, number>();
      for (const { term, quality } of candidates) for (const name of this.#postings[term]!) best.set(name, Math.max(best.get(name) ?? 0, quality));
      for (const [name, quality] of best) {
        let found = matched.get(name);
        if (!found) matched.set(name, (found = new Float32Array(2)));
        found[0]! += weight * quality;
        found[1]! += 1;
      }
    });
    const total = sum(groups.map(({ weight }) => weight));
    const byDocument = new Map<number, NameMatch>();
    for (const [number, [inQuery]] of matched as Map<number, Float32Array & [number, number]>) {
      const { document, place, weight } = this.#names[number]!;
      const isExact = exact.has(number);
      const share = Math.min(1, inQuery / total);
      const cover = Math.min(1, inQuery / Math.max(weight, 0.001));
      const score = isExact ? 1 : share ** 1.5 * (0.5 + 0.5 * cover) * (place === 0 ? 1 : 0.97);
      const before = byDocument.get(document);
      if (!before || score > before.score || (isExact && !before.exact)) byDocument.set(document, { document, score, exact: isExact || (before?.exact ?? false), name: place });
    }
    return [...byDocument.values()].sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score || a.document - b.document).slice(0, limit);
  }

  /** The query with each misspelt word replaced by the nearest word of a name; undefined where none was. */
  correct(query: string): string | undefined {
    let output = '';
    let position = 0;
    let changed = false;
    eachWord(query, (start, end, han) => {
      const word = query.slice(start, end);
      if (han) return;
      const [term] = wordTerms(word, this.#profile);
      if (term === undefined || this.#terms.has(term) || /\d/.test(term)) return;
      const [near] = this.#fuzzy(term).sort((a, b) => b.quality - a.quality || this.#postings[b.term]!.length - this.#postings[a.term]!.length);
      if (!near) return;
      output += query.slice(position, start) + this.#words[near.term]!;
      position = end;
      changed = true;
    });
    return changed ? output + query.slice(position) : undefined;
  }

  #groupsOf(query: string, typing: boolean): { candidates: Candidate[]; weight: number }[] {
    const groups: { candidates: Candidate[]; weight: number }[] = [];
    const unknown = Math.log(1 + this.#names.length);
    const words: { term: string[]; han: boolean; last: boolean }[] = [];
    eachWord(query, (start, end, han) => {
      const word = query.slice(start, end);
      if (han) for (const term of hanTerms(word, this.#profile)) words.push({ term: [term], han, last: false });
      else words.push({ term: wordTerms(word, this.#profile), han, last: end === query.length && typing });
      if (typing && !han && end === query.length && words.at(-1)!.term.length === 0) words.at(-1)!.term = [foldWord(word)];
    });
    const seen = new Set<string>();
    for (const { term: readings, han, last } of words.slice(0, 64)) {
      const [term] = readings;
      if (term === undefined || seen.has(term)) continue;
      seen.add(term);
      const candidates: Candidate[] = [];
      readings.forEach((reading, index) => {
        const id = this.#terms.get(reading);
        if (id !== undefined) candidates.push({ term: id, quality: index === 0 ? 1 : 0.9 });
      });
      if (last) candidates.push(...this.#byPrefix(term));
      if (candidates.length === 0 && !han) candidates.push(...this.#fuzzy(term));
      const weight = candidates.length === 0 ? unknown * (han ? 0.5 : 0.8) : Math.max(...candidates.map(({ term: id }) => this.#idf[id]!));
      groups.push({ candidates, weight });
    }
    return groups;
  }

  #byPrefix(term: string): Candidate[] {
    const found: Candidate[] = [];
    for (const [word, id] of this.#terms) if (word.length > term.length && word.startsWith(term)) found.push({ term: id, quality: PREFIX });
    return found;
  }

  #fuzzy(term: string): Candidate[] {
    if (term.length < 4 || /^\d+$/.test(term)) return [];
    const allowed = term.length < 8 ? 1 : 2;
    const found: Candidate[] = [];
    for (const [word, id] of this.#terms) {
      if (Math.abs(word.length - term.length) > allowed) continue;
      const slips = slipsBetween(term, word, allowed);
      if (slips <= allowed) found.push({ term: id, quality: slips === 1 ? FUZZY_ONE : FUZZY_TWO });
    }
    const best = Math.max(0, ...found.map(({ quality }) => quality));
    return found.filter(({ quality }) => quality === best);
  }

  #termsOf(name: string): string[] {
    const terms: string[] = [];
    eachWord(name, (start, end, han) => {
      const word = name.slice(start, end);
      terms.push(...(han ? hanTerms(word, this.#profile) : wordTerms(word, this.#profile)));
    });
    return terms;
  }

  #id(term: string): number {
    let id = this.#terms.get(term);
    if (id === undefined) {
      id = this.#terms.size;
      this.#terms.set(term, id);
      this.#words.push(term);
      this.#postings.push([]);
    }
    return id;
  }
}

/**
 * A name, and what people leave away of it: the State's name before a Chinese title, a note in brackets, the number before or the
 * words after a dash.
 */
function formsOf(name: string, tag: string): string[] {
  const forms = [name];
  const bare = name.replace(/\s*[(（][^()（）]*[)）]\s*/g, ' ').trim();
  if (bare !== name && bare !== '') forms.push(bare);
  const parts = name.split(/\s+[—–]\s+/);
  if (parts.length === 2 && parts[0]!.length > 3) forms.push(...parts);
  if (tag === 'zh') for (const form of [...forms]) if (/^中[华華]人民共和[国國]./.test(form)) forms.push(form.slice(7));
  return forms;
}

/** Slips of the hand between two words (a letter left out, added, changed, or two swapped), up to a limit. */
export function slipsBetween(left: string, right: string, limit: number): number {
  const width = right.length + 1;
  let before = new Uint8Array(width);
  let previous = Uint8Array.from({ length: width }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = new Uint8Array(width);
    current[0] = row;
    let least = row;
    for (let column = 1; column < width; column++) {
      const same = left[row - 1] === right[column - 1];
      let value = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) value = Math.min(value, before[column - 2]! + 1);
      current[column] = value;
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[width - 1]!;
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
