/**
 * The State or convention a query names besides what it looks for: "human trafficking act ireland", "extradition of nationals under
 * UNTOC". A law's title seldom says its State, an article's text never its convention; a reader who names them means the documents of it.
 */
import { KINDS, type Catalogue, type DocumentKind } from './format.ts';
import { canonical, eachWord, foldHan, foldWord, wordTerms, type Profile } from './words.ts';

interface Value {
  column: 'state' | 'convention';
  /** Place among the values of the column. */
  place: number;
}

/** What a query names. */
export interface Setting {
  /** Documents of the State or convention. */
  has: (document: number) => boolean;
  /** The query without the name. */
  rest: string;
}

/** A word that is so short is a name only where the reader wrote it in capitals: UK, but not "us". */
const SHORT = 3;

export class Settings {
  readonly #catalogue: Catalogue;
  readonly #profile: Profile;
  /** Name as stems → its column and the place of its value there. */
  #names: Map<string, Value> | undefined;
  /** Names written without spaces, the longest first. */
  #han: [name: string, key: string][] = [];

  constructor(catalogue: Catalogue, profile: Profile) {
    this.#catalogue = catalogue;
    this.#profile = profile;
  }

  /** Reads a query; undefined where it names nothing, or nothing else. */
  of(query: string): Setting | undefined {
    const names = (this.#names ??= this.#read());
    const words: { start: number; end: number; key: string; small: boolean }[] = [];
    let found: { start: number; end: number; key: string } | undefined;
    eachWord(query, (start, end, han) => {
      const word = query.slice(start, end);
      if (!han) return void words.push({ start, end, key: this.#stem(word), small: word.length <= SHORT && word !== word.toUpperCase() });
      const run = foldHan(word, this.#profile);
      for (const [name, key] of this.#han) {
        const at = run.indexOf(name);
        if (at >= 0) return void (found ??= { start: start + at, end: start + at + name.length, key });
      }
    });
    // The longest name first: Guinea-Bissau is not Guinea.
    for (let length = Math.min(6, words.length); length > 0 && !found; length--) {
      for (let first = 0; first + length <= words.length; first++) {
        const key = words.slice(first, first + length).map((word) => word.key).join(' ');
        if (names.has(key) && !(length === 1 && words[first]!.small)) {
          found = { start: words[first]!.start, end: words[first + length - 1]!.end, key };
          break;
        }
      }
    }
    if (!found) return undefined;
    const rest = `${query.slice(0, found.start)} ${query.slice(found.end)}`.replace(/\s+/g, ' ').trim();
    if (canonical(rest, this.#profile).trim() === '') return undefined;
    const { column, place } = names.get(found.key)!;
    const { of } = this.#catalogue.columns[column];
    // Laws that carry a convention out have its value as well; who names it means its own articles.
    const kinds = new Set<DocumentKind>(column === 'convention' ? ['convention', 'article'] : KINDS.filter((kind) => kind !== 'state'));
    return { rest, has: (document) => kinds.has(KINDS[this.#catalogue.kinds[document]!]!) && (of[document] === place || (Array.isArray(of[document]) && of[document].includes(place))) };
  }

  #read(): Map<string, Value> {
    const names = new Map<string, Value>();
    const { titles, names: others, kinds, columns } = this.#catalogue;
    titles.forEach((title, document) => {
      const kind = KINDS[kinds[document]!];
      if (kind !== 'state' && kind !== 'convention') return;
      const [place] = [columns[kind].of[document]!].flat();
      if (place === undefined) return;
      for (const name of [title, title.replace(/\s*[(（].*$/, ''), ...(others[document] ?? [])]) {
        const han = /^\p{sc=Han}{2,}$/u.test(name) ? foldHan(name, this.#profile) : undefined;
        const key = han ?? this.#stem(name);
        if (key === '' || names.has(key)) continue;
        names.set(key, { column: kind, place });
        if (han) this.#han.push([han, key]);
      }
    });
    this.#han.sort(([a], [b]) => b.length - a.length);
    return names;
  }

  /** Words of a name as stems, those every text has as they are. */
  #stem(name: string): string {
    const stems: string[] = [];
    eachWord(name, (start, end) => {
      const word = name.slice(start, end);
      stems.push(wordTerms(word, this.#profile)[0] ?? foldWord(word));
    });
    return stems.join(' ');
  }
}
