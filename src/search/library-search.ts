/** Search over the languages of a library: opens each language's index when it is first asked, and narrows, sorts and counts what they find. */
import { countFacets, isChosen, type Facet, type Found } from './facets.ts';
import type { Entry } from './format.ts';
import { keptIndex, type Unpack } from './kept-index.ts';
import { LanguageSearch, type Results } from './language-search.ts';
import type { Hit } from './ranking.ts';
import type { SearchState } from './address.ts';

/** Reads a file of the index, unpacked: `languages.json`, `en-0123456789ab/catalogue.gz`. */
export type ReadIndex = (path: string) => Promise<Uint8Array>;

/** How the files of an index are read. */
export interface IndexReader {
  read: ReadIndex;
  /** As they are. */
  readPacked: ReadIndex;
  unpack: Unpack;
}

/** Results of one language. */
export interface LanguageResults {
  search: LanguageSearch;
  results: Results;
  /** Hits after narrowing, in the order wished. */
  hits: Hit[];
}

export interface Answer {
  /** By language, that of the page first, then those with the best results. */
  languages: LanguageResults[];
  counts: Map<Facet, Map<string, number>>;
  total: number;
}

export class LibrarySearch {
  readonly #read: ReadIndex;
  readonly #readPacked: ReadIndex;
  readonly #unpack: Unpack;
  readonly #language: string;
  #entry: Promise<Entry> | undefined;
  readonly #opened = new Map<string, Promise<LanguageSearch>>();

  /** @param language BCP 47 of the page */
  constructor(language: string, { read, readPacked, unpack }: IndexReader) {
    this.#language = language;
    this.#read = read;
    this.#readPacked = readPacked;
    this.#unpack = unpack;
  }

  /** Forgets what was opened: the network may have come or gone. */
  forget(): void {
    this.#entry = undefined;
    this.#opened.clear();
  }

  /** What is searched where there is no network: the reader's names of the sets she keeps; undefined where all of the library is. */
  async kept(): Promise<string[] | undefined> {
    await this.languages();
    const kept = [...new Set(Object.values(await this.#entry!).flatMap((language) => language.kept ?? []))];
    return kept.length > 0 ? kept : undefined;
  }

  /** Languages of the index, that of the page first. */
  async languages(): Promise<string[]> {
    this.#entry ??= this.#read('languages.json').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Entry);
    this.#entry.catch(() => (this.#entry = undefined));
    const tags = Object.entries(await this.#entry).filter(([, { documents }]) => documents > 0).map(([tag]) => tag);
    return tags.sort((a, b) => Number(b === this.#language) - Number(a === this.#language));
  }

  /** The index of a language. */
  async open(tag: string): Promise<LanguageSearch> {
    await this.languages();
    const { folder, parts } = (await this.#entry!)[tag]!;
    let opened = this.#opened.get(tag);
    if (!opened) {
      opened = parts ? this.#openParts(parts) : LanguageSearch.open((name) => this.#read(`${folder}/${name}.gz`));
      opened.catch(() => this.#opened.delete(tag));
      this.#opened.set(tag, opened);
    }
    return opened;
  }

  async #openParts(parts: readonly string[]): Promise<LanguageSearch> {
    return LanguageSearch.open(await keptIndex(await Promise.all(parts.map((part) => this.#readPacked(part))), this.#unpack), true);
  }

  /**
   * Answers a search. Undefined where the query has no letter or digit.
   *
   * @param everywhere all languages, whatever the state says
   */
  async answer(state: SearchState, everywhere = state.everywhere): Promise<Answer | undefined> {
    const known = await this.languages();
    const tags = everywhere ? known : known.filter((tag) => tag === this.#language);
    const answers = await Promise.all(
      tags.map(async (tag) => {
        const search = await this.open(tag);
        const results = await search.search(state.query);
        return results && { search, results, hits: sortHits(search, results.hits.filter(({ document }) => isChosen(search.catalogue, document, state.choice)), state.sort) };
      }),
    );
    if (answers.length > 0 && answers.every((answer) => answer === undefined)) return undefined;
    const languages = answers.filter((answer) => answer !== undefined);
    const found: Found[] = languages.flatMap(({ search: { catalogue }, results }) => results.hits.map(({ document }) => ({ catalogue, document })));
    const best = ({ hits }: LanguageResults): number => hits[0]?.score ?? 0;
    languages.sort((a, b) => Number(b.search.catalogue.language === this.#language && b.hits.length > 0) - Number(a.search.catalogue.language === this.#language && a.hits.length > 0) || best(b) - best(a));
    return { languages, counts: countFacets(found, state.choice), total: languages.reduce((sum, { hits }) => sum + hits.length, 0) };
  }
}

function sortHits({ catalogue: { dates } }: LanguageSearch, hits: Hit[], sort: SearchState['sort']): Hit[] {
  if (sort === 'relevance') return hits;
  return [...hits].sort((a, b) => (dates[a.document]! < dates[b.document]! ? 1 : dates[a.document]! > dates[b.document]! ? -1 : b.score - a.score));
}
