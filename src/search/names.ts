/**
 * Titles, other names and citations of a language's documents, searched as a whole and with spelling mistakes.
 *
 * Every name is a set of terms weighed by how rare they are among names. A query's word matches a term exactly, by its beginning
 * (the last word, which may still be typed), or within one or two slips of the hand.
 */
import { canonical, eachWord, hanTerms, wordTerms, foldWord, type Profile } from './words.ts';
import { KINDS, type Catalogue, type DocumentKind } from './format.ts';

/** How a document's name answers a query. */
export interface NameMatch {
  document: number;
  /** 0 to 1: share of the query in the name, and of the name in the query. */
  score: number;
  /** The query is the whole name, but for case, accents and punctuation. */
  exact: boolean;
  /** The query is the whole name, but for a slip or two as well. */
  whole: boolean;
}

interface Name {
  document: number;
  /** What a match is worth: less for other names than for the title, least for keywords and initials. */
  worth: number;
  /** Made from a name by leaving something away: another document may be called just this. */
  shortened: boolean;
  weight: number;
  /** As phrases are compared. */
  whole: string;
}

interface Candidate {
  term: number;
  quality: number;
}

const FUZZY_ONE = 0.82;
const FUZZY_TWO = 0.66;
const PREFIX = 0.9;
/** Worth of a shortened name that is the query. */
const SHORTENED = 0.85;
/** Worth of a name that begins with what is typed. */
const BEGUN = 0.94;
/** Worth of keywords and initials: many documents share them. */
const SOFT = 0.8;

export class Names {
  readonly #profile: Profile;
  readonly #names: Name[] = [];
  readonly #terms = new Map<string, number>();
  /** A word as names write it, for each term. */
  readonly #words: string[] = [];
  readonly #postings: number[][] = [];
  readonly #idf: number[] = [];
  /** Whole names as phrases are compared → places in #names. */
  readonly #whole = new Map<string, number[]>();
  /** Places of names in the order of the names; made when somebody types. */
  #sorted: number[] | undefined;

  constructor(catalogue: Catalogue, profile: Profile) {
    this.#profile = profile;
    const termsOfName: number[][] = [];
    catalogue.titles.forEach((title, document) => {
      const kind = KINDS[catalogue.kinds[document]!]!;
      const seen = new Set<string>();
      const add = (form: string, worth: number, shortened = false): void => {
        const whole = canonical(form, profile);
        if (whole.trim() === '' || seen.has(whole)) return;
        seen.add(whole);
        const number = this.#names.push({ document, worth, shortened, weight: 0, whole }) - 1;
        if (worth > SOFT) push(this.#whole, whole, number);
        termsOfName.push([...this.#termsOf(form)].map(([term, word]) => this.#id(term, word)));
        for (const id of termsOfName.at(-1)!) this.#postings[id]!.push(number);
      };
      formsOf(title, kind, profile.tag).forEach((form, index) => add(form, 1, index > 0 && kind !== 'article'));
      for (const name of catalogue.names[document] ?? []) formsOf(name, kind, profile.tag).forEach((form, index) => add(form, 0.97, index > 0));
      for (const keyword of catalogue.keywords[document] ?? []) add(keyword, SOFT);
      for (const initials of initialsOf(title)) add(initials, SOFT);
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
    if (groups.length === 0 && !typing) return [];
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
    const total = sum(groups.map(({ weight }) => weight)) || 1;
    const near = exact.size > 0 ? new Map<number, number>() : this.#withSlips(whole, matched);
    const byDocument = new Map<number, NameMatch>();
    if (typing) {
      for (const number of this.#beginning(whole, /\s$/.test(query))) {
        const { document, worth, whole: name } = this.#names[number]!;
        const score = worth <= SOFT ? BEGUN * SOFT : BEGUN + 0.04 * (whole.length / name.length);
        if ((byDocument.get(document)?.score ?? 0) < score) byDocument.set(document, { document, score, exact: false, whole: false });
      }
    }
    for (const [number, [inQuery]] of matched as Map<number, Float32Array & [number, number]>) {
      const { document, worth, shortened, weight } = this.#names[number]!;
      const isExact = exact.has(number);
      const share = Math.min(1, inQuery / total);
      const cover = Math.min(1, inQuery / Math.max(weight, 0.001));
      const slips = near.get(number);
      // A keyword that is the whole query says what a text is about, not what it is called.
      const byWords = share ** 1.5 * (0.5 + 0.5 * (worth <= SOFT ? Math.min(cover, 0.5) : cover)) * worth;
      const score = isExact ? (shortened ? SHORTENED : 1) : slips === undefined || worth <= SOFT ? byWords : Math.max(byWords, (shortened ? SHORTENED : 0.99) - 0.05 * slips);
      const before = byDocument.get(document);
      if (!before || score > before.score || (isExact && !before.exact)) byDocument.set(document, { document, score, exact: isExact || (before?.exact ?? false), whole: isExact || slips !== undefined || (before?.whole ?? false) });
    }
    return [...byDocument.values()].sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score || a.document - b.document).slice(0, limit);
  }

  /** Names that begin with what is typed; the last word may be whole or not. */
  #beginning(whole: string, ended: boolean): number[] {
    if (whole.trim() === '') return [];
    const typed = ended ? whole : whole.slice(0, -1);
    this.#sorted ??= this.#names.map((_, number) => number).sort((a, b) => (this.#names[a]!.whole < this.#names[b]!.whole ? -1 : 1));
    const sorted = this.#sorted;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#names[sorted[middle]!]!.whole < typed) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && this.#names[sorted[end]!]!.whole.startsWith(typed)) end++;
    return sorted.slice(low, end);
  }

  /**
   * Names that are the query but for a slip or two in all: a wrong character in a Chinese title breaks two pairs, a doubled letter an
   * Arabic word's beginning. Only names that share words with the query are compared, and
   * another number is another law, never a slip.
   */
  #withSlips(whole: string, matched: ReadonlyMap<number, Float32Array>): Map<number, number> {
    const limit = whole.length < 12 ? 1 : 2;
    const near = new Map<number, number>();
    const digits = (text: string): string => text.replace(/\D+/g, ' ');
    const likely = [...matched].filter(([name]) => digits(this.#names[name]!.whole) === digits(whole) && Math.abs(this.#names[name]!.whole.length - whole.length) <= limit * 2).sort(([, a], [, b]) => b[0]! - a[0]!);
    for (const [name] of likely.slice(0, 150)) {
      // Han characters stand apart when compared: one character is two code units.
      const slips = slipsBetween(whole, this.#names[name]!.whole, limit);
      if (slips <= limit) near.set(name, slips);
    }
    return near;
  }

  /** How rare a word is in names; a word no name has is the rarest. */
  rarity(terms: readonly string[]): number {
    return Math.min(...terms.map((term) => this.#idf[this.#terms.get(term) ?? -1] ?? Infinity));
  }

  /**
   * The query with misspelt words replaced by the nearest word of a name; undefined where none was.
   *
   * @param unknown words that no text has
   */
  correct(query: string, unknown: ReadonlySet<string>): string | undefined {
    let output = '';
    let position = 0;
    let changed = false;
    eachWord(query, (start, end, han) => {
      const word = query.slice(start, end);
      if (han || !unknown.has(word)) return;
      const [term] = wordTerms(word, this.#profile);
      if (term === undefined || this.#terms.has(term) || /\d/.test(term) || (word.length < 6 && word === word.toUpperCase())) return;
      if (this.#byPrefix(term).length > 0) return;
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
    const words: { term: string[]; han: boolean; last: boolean; initials?: boolean }[] = [];
    eachWord(query, (start, end, han) => {
      const word = query.slice(start, end);
      if (han) for (const term of hanTerms(word, this.#profile)) words.push({ term: [term], han, last: false });
      else words.push({ term: wordTerms(word, this.#profile), han, last: end === query.length && typing, initials: word.length < 6 && /^\p{Lu}+$/u.test(word) && query !== query.toUpperCase() });
      if (typing && !han && end === query.length && words.at(-1)!.term.length === 0) words.at(-1)!.term = [foldWord(word)];
    });
    const seen = new Set<string>();
    for (const { term: readings, han, last, initials } of words.slice(0, 64)) {
      const [term] = readings;
      if (term === undefined || seen.has(term)) continue;
      seen.add(term);
      const candidates: Candidate[] = [];
      readings.forEach((reading, index) => {
        const id = this.#terms.get(reading);
        if (id !== undefined) candidates.push({ term: id, quality: index === 0 ? 1 : 0.9 });
      });
      if (last) candidates.push(...this.#byPrefix(term));
      // An Arabic word just begun keeps its article: البر becomes the Brazil of البرازيل.
      if (last && /^(?:ال|لل).{2,}/.test(term)) candidates.push(...this.#byPrefix(term.slice(2)));
      if (candidates.length === 0 && !han && term.length > 3) candidates.push(...this.#byPrefix(term));
      if (candidates.length === 0 && !han && !initials) candidates.push(...this.#fuzzy(term));
      const weight = candidates.length === 0 ? unknown * (han ? 0.2 : 0.8) : Math.max(...candidates.map(({ term: id }) => this.#idf[id]!));
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

  /** Terms of a name, each with the word it comes from. */
  #termsOf(name: string): Map<string, string> {
    const terms = new Map<string, string>();
    eachWord(name, (start, end, han) => {
      const word = name.slice(start, end);
      for (const term of han ? hanTerms(word, this.#profile) : wordTerms(word, this.#profile)) terms.set(term, word);
    });
    return terms;
  }

  #id(term: string, word: string): number {
    let id = this.#terms.get(term);
    if (id === undefined) {
      id = this.#terms.size;
      this.#terms.set(term, id);
      this.#words.push(word.toLowerCase());
      this.#postings.push([]);
    }
    return id;
  }
}

/**
 * A name, and what people leave away of it: the State's name before a Chinese title, a note in brackets, the number before or the
 * words after a dash.
 */
function formsOf(name: string, kind: DocumentKind, tag: string): string[] {
  const forms = [name];
  // Titles of articles and chapters end with the name of the whole, which is not their name; an article is also called by its heading.
  if (kind === 'article' || kind === 'manual') {
    const heading = kind === 'article' ? /^[^.]*\.\s+(.+)\s+—\s[^—]+$/.exec(name)?.[1] : undefined;
    return heading === undefined ? forms : [...forms, heading];
  }
  // 国（边）境 is read 国边境.
  if (/[(（]\p{sc=Han}{1,2}[)）]/u.test(name)) forms.push(name.replace(/[(（](\p{sc=Han}{1,2})[)）]/gu, '$1'));
  const bare = name.replace(/\s*[(（][^()（）]*[)）]\s*/g, ' ').trim();
  if (bare !== name && bare !== '') forms.push(bare);
  const parts = name.split(/\s+[—–]\s+/);
  if (parts.length === 2 && parts[0]!.length > 3) forms.push(...parts);
  if (tag === 'zh') for (const form of [...forms]) if (/^中[华華]人民共和[国國]./.test(form)) forms.push(form.slice(7));
  return forms;
}

/** Initials by which lawyers call an act: `Proceeds of Crime Act 2002` → `POCA`, `PCA`. */
function initialsOf(title: string): string[] {
  if (!/^[A-Z]/.test(title)) return [];
  const words = (title.replace(/\(.*$/, '').match(/\p{L}[\p{L}'’-]*/gu) ?? []).slice(0, 9);
  const of = (list: readonly string[]): string => list.map((word) => word[0]!.toUpperCase()).join('');
  return [...new Set([of(words), of(words.filter((word) => /^\p{Lu}/u.test(word)))])].filter((initials) => initials.length >= 3 && initials.length <= 7);
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
