/**
 * Search in one language: names and texts asked together, exact phrases looked for in the texts themselves, the answers merged.
 *
 * Order of results: a title or citation that is the query; the provision a citation leads to; texts that have the query word for
 * word; titles near the query; texts that have its words, rarer words and nearer ones first.
 */
import { KINDS, type Catalogue, type DocumentKind, type Piece } from './format.ts';
import { excerptOf, markWords, type Segment } from './excerpt.ts';
import { Names, type NameMatch } from './names.ts';
import { pairsOf } from './pairs.ts';
import { numberTerms } from './provision-number.ts';
import { readQuery, type Query } from './query.ts';
import { REACH, Texts, type ReadFile, type TextAnswer } from './texts.ts';
import { canonical, wordsOf, type Profile } from './words.ts';

/** A document found. */
export interface Hit {
  document: number;
  score: number;
  /** Why it stands where it stands. */
  by: 'title' | 'provision' | 'phrase' | 'words';
  /** Block to show first, where one is known. */
  block?: number;
}

export interface Results {
  query: Query;
  hits: Hit[];
  /** The query with misspelt words as they were read, where any were. */
  read: string | undefined;
  /** Words that no text and no name has. */
  missing: string[];
  /** True where no document has the words in quotation marks as they stand, and they were looked for one by one. */
  unquoted: boolean;
  /** True where no document has all the words. */
  partial: boolean;
}

/** A text that holds a phrase. */
interface Held {
  /** Where it begins. */
  block: number;
  /** It holds all of the query word for word. */
  whole: boolean;
  /** It was read, or its pairs of words say so. */
  sure: boolean;
}

/** A provision of a document, as it is shown below it. */
export interface ShownProvision {
  eid: string;
  label: Segment[];
  excerpt: Segment[];
}

/** Nearness of a title that is worth nothing. */
const FAR = 0.2;
/** A name this near is what was meant, misspelt or not whole. */
const NEAR = 0.62;
/** A name this near leaves no doubt. */
const NAMED = 0.9;
/** A phrase of so many words is meant as one: a title that has only some of them stands behind the text that has them all. */
const LONG_PHRASE = 5;
/** Texts read to find a phrase: at first, and where the first do not have it. */
const PHRASE_FILES = 8;
const MORE_PHRASE_FILES = 40;
const MOST_HITS = 2000;
const WEIGHT = {
  exact: 100, name: 55, phrase: 45, longPhrase: 58, wholePhrase: 6, cited: 14, article: 110, words: 12, near: 14,
  // Between equals, the conventions that everything here hangs on come first.
  kind: 1.5, kinds: new Set<DocumentKind>(['convention', 'article']),
};

export class LanguageSearch {
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly names: Names;
  readonly texts: Texts;
  readonly #read: ReadFile;
  /** Texts read at first to find a phrase. */
  readonly #phraseFiles: number;
  readonly #pieces = new Map<number, Promise<Piece>>();

  constructor(catalogue: Catalogue, read: ReadFile, { han, atHand = false }: { han?: Uint16Array | undefined; atHand?: boolean } = {}) {
    this.catalogue = catalogue;
    this.profile = { tag: catalogue.language, han };
    this.names = new Names(catalogue, this.profile);
    this.texts = new Texts(catalogue, this.profile, read);
    this.#read = read;
    this.#phraseFiles = atHand ? MORE_PHRASE_FILES * 5 : PHRASE_FILES;
  }

  /**
   * Opens the index of a language.
   *
   * @param atHand its files cost no network
   */
  static async open(read: ReadFile, atHand = false): Promise<LanguageSearch> {
    const catalogue = JSON.parse(new TextDecoder().decode(await read('catalogue'))) as Catalogue;
    return new LanguageSearch(catalogue, read, { atHand, han: catalogue.language === 'zh' ? (await import('./han.ts')).SIMPLIFIED : undefined });
  }

  /** Documents whose names begin like or are like what is being typed. */
  suggest(typed: string, limit: number): NameMatch[] {
    const query = readQuery(typed);
    if (!query) return [];
    const { cited } = query;
    const width = cited ? 80 : limit;
    const whole = this.names.search(query.text, width, true);
    const rest = cited && cited.rest !== '' ? this.names.search(cited.rest, width, true) : [];
    const best = new Map<number, NameMatch>();
    for (const match of [...whole, ...rest]) if ((best.get(match.document)?.score ?? 0) < match.score) best.set(match.document, match);
    // The article cited, where it has a page of its own.
    if (cited) for (const [document, match] of best) if (this.#isArticle(document) && this.#articleTerms(document).some((term) => cited.terms.includes(term))) best.set(document, { ...match, score: match.score + 0.6 });
    return [...best.values()].filter(({ score }) => score > 0.3).sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit);
  }

  /** Looks a query up. Undefined where it has no letter or digit. */
  async search(typed: string): Promise<Results | undefined> {
    const query = readQuery(typed);
    if (!query) return undefined;
    const { cited } = query;
    const subject = cited ? cited.rest : query.text;
    const names = new Map<number, NameMatch>();
    for (const text of new Set([query.text, subject])) {
      for (const match of text === '' ? [] : this.names.search(text, 300)) {
        const before = names.get(match.document);
        if (!before || match.score > before.score) names.set(match.document, match);
      }
    }
    const [answer, citedBlocks] = await Promise.all([this.texts.search(subject), cited ? this.texts.blocksOf(cited.terms) : new Uint32Array(0)]);
    const provisions = new Map<number, number>();
    for (const block of citedBlocks) {
      const document = this.texts.documentOf(block);
      if (!provisions.has(document)) provisions.set(document, block);
    }
    const exact = [...names.values()].some((match) => match.exact);
    const best = Math.max(0, ...[...names.values()].map(({ score }) => score));
    // A phrase may cite; but what cites a law by its name is a citation.
    const mayBePhrase = cited ? best < NAMED && isPhrase(query.text) : !exact && isPhrase(query.text);
    const phrases = query.phrases.length > 0 ? query.phrases : mayBePhrase ? [query.text] : [];
    const likely = cited && !hasPairs(query.text) ? (await this.texts.search(query.text)).likely : cited ? undefined : answer.likely;
    const held = phrases.length > 0 ? await this.#holding(phrases, query.text, likely, answer.blocks) : new Map<number, Held>();
    // What was only looked at from afar counts where the reader asked for the phrase alone.
    const found = query.phrases.length > 0 ? held : new Map([...held].filter(([, { sure }]) => sure));
    const quoted = query.phrases.length > 0 && (found.size > 0 || exact);
    let hits = this.#merge(query, names, answer, provisions, found, cited !== undefined, quoted, false);
    // Some of the words are better than nothing, and it is said that they are only some.
    const some = hits.length === 0 && answer.matches.size > 0;
    if (some) hits = this.#merge(query, names, answer, provisions, found, cited !== undefined, false, true).slice(0, 50);
    const unknown = new Set([...answer.read.keys(), ...answer.missing]);
    const corrected = unknown.size > 0 ? this.names.correct(query.text, unknown) : undefined;
    return {
      query,
      hits,
      read: corrected,
      missing: answer.missing,
      unquoted: query.phrases.length > 0 && !quoted && hits.length > 0,
      partial: answer.words > 0 && ![...answer.matches.values()].some(({ share }) => share > 0.999) && !exact,
    };
  }

  #merge(query: Query, names: Map<number, NameMatch>, answer: TextAnswer, provisions: Map<number, number>, phrase: ReadonlyMap<number, Held>, citing: boolean, quoted: boolean, anyWord: boolean): Hit[] {
    const documents = new Set([...answer.matches.keys(), ...names.keys(), ...phrase.keys(), ...(answer.words === 0 ? provisions.keys() : [...provisions.keys()].filter((document) => this.#isArticle(document)))]);
    let most = 0;
    for (const { score } of answer.matches.values()) if (score > most) most = score;
    // Where a title is near the query, it is titles the reader means: texts weigh less.
    const textWeight = [...names.values()].some(({ score }) => score > NEAR) ? 0.5 : 1;
    const quotes = quoted ? query.phrases.map((phrase) => canonical(phrase, this.profile)) : [];
    const long = wordCount(query.text) >= LONG_PHRASE;
    const parents = citing ? this.#conventionScores(names) : undefined;
    const hits: Hit[] = [];
    for (const document of documents) {
      const name = names.get(document);
      const text = answer.matches.get(document);
      const inPhrase = phrase.get(document);
      const provision = provisions.get(document);
      const nameScore = name && name.score > FAR ? name.score : 0;
      const parent = provision === undefined || !parents ? 0 : this.#aliasesOf(document).reduce((best, alias) => Math.max(best, parents.get(alias) ?? 0), 0);
      // A few of many words, and not in the title, say nothing.
      if (nameScore === 0 && inPhrase === undefined && parent <= FAR && !anyWord && answer.words > 0 && (text?.share ?? 0) < (answer.words > 3 ? 0.45 : 0.6)) continue;
      if (quoted && inPhrase === undefined && !(nameScore > 0 && quotes.every((quote) => this.#nameHolds(document, quote)))) continue;
      let score = name?.exact ? WEIGHT.exact * nameScore : WEIGHT.name * nameScore;
      if (text) score += textWeight * (WEIGHT.words * text.share ** 2 * (text.score / most) + WEIGHT.near * text.near ** 2);
      if (inPhrase) score += (long ? WEIGHT.longPhrase : WEIGHT.phrase) + (inPhrase.whole ? WEIGHT.wholePhrase : 0);
      if (WEIGHT.kinds.has(KINDS[this.catalogue.kinds[document]!]!)) score += WEIGHT.kind;
      if (citing && provision !== undefined) score += WEIGHT.cited * (answer.words === 0 ? 1 : Math.max(nameScore, 0.25)) + WEIGHT.article * parent;
      const by = parent > NEAR ? 'provision' : name?.exact || nameScore > NEAR ? 'title' : citing && provision !== undefined && nameScore > 0 ? 'provision' : inPhrase !== undefined ? 'phrase' : 'words';
      const block = (citing && !inPhrase ? provision : undefined) ?? inPhrase?.block ?? provision ?? text?.block;
      hits.push({ document, score, by, ...(block === undefined ? {} : { block }) });
    }
    const { dates } = this.catalogue;
    hits.sort((a, b) => b.score - a.score || (dates[b.document]! > dates[a.document]! ? 1 : dates[b.document]! < dates[a.document]! ? -1 : a.document - b.document));
    return hits.slice(0, MOST_HITS);
  }

  /** True where the title or another name of a document holds a phrase. */
  #nameHolds(document: number, phrase: string): boolean {
    return [this.catalogue.titles[document]!, ...(this.catalogue.names[document] ?? [])].some((name) => canonical(name, this.profile).includes(phrase));
  }

  /** Terms of the number of the article a page is about. */
  #articleTerms(document: number): string[] {
    const { values, of } = this.catalogue.columns.article;
    return [of[document]!].flat().flatMap((place) => numberTerms(values[place]!.split('#')[1]!));
  }

  #isArticle(document: number): boolean {
    return KINDS[this.catalogue.kinds[document]!] === 'article';
  }

  /** Conventions an article's page belongs to. */
  #aliasesOf(document: number): string[] {
    const { values, of } = this.catalogue.columns.convention;
    return this.#isArticle(document) ? [of[document]!].flat().map((place) => values[place]!) : [];
  }

  /** How near the query is to the name of each convention whose articles have pages of their own. */
  #conventionScores(names: ReadonlyMap<number, NameMatch>): Map<string, number> {
    const scores = new Map<string, number>();
    const { values, of } = this.catalogue.columns.convention;
    for (const { document, score } of names.values()) {
      if (KINDS[this.catalogue.kinds[document]!] !== 'convention') continue;
      for (const place of [of[document]!].flat()) scores.set(values[place]!, Math.max(scores.get(values[place]!) ?? 0, score));
    }
    return scores;
  }

  /**
   * Documents that have the phrases word for word, with the block where they begin.
   *
   * Where the words leave many texts, the pairs of words leave few; the likeliest are read, and what was not read stands in pairs.
   *
   * @param likely blocks that have nearly all of the words; undefined where the words are not known
   */
  async #holding(phrases: readonly string[], whole: string, likely: readonly number[] | undefined, weights: ReadonlyMap<number, number>): Promise<Map<number, Held>> {
    const wanted = phrases.map((phrase) => canonical(phrase, this.profile)).filter((phrase) => phrase.trim() !== '');
    const entire = canonical(whole, this.profile);
    let blocks = likely ?? [];
    let paired = false;
    if (!likely || likely.length === 0 || this.#filesOf(likely).size > this.#phraseFiles) {
      const found = await this.texts.blocksWithPairs(phrases);
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
            const document = this.texts.documentOf(block);
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
      const document = this.texts.documentOf(block);
      if (!read.has(block) && !held.has(document)) held.set(document, { block, whole: false, sure: paired });
    }
    return held;
  }

  /** Files of text that hold blocks, in the order of the blocks. */
  #filesOf(blocks: readonly number[]): Map<number, number[]> {
    const files = new Map<number, number[]>();
    for (const block of blocks) {
      const { file } = this.texts.pieceOf(block);
      const list = files.get(file);
      if (list) list.push(block);
      else files.set(file, [block]);
    }
    return files;
  }

  /** A block with those beside it as phrases are compared, headings in their places, and which block a phrase in it begins in. */
  async #around(block: number): Promise<{ text: string; start: (phrase: string) => number }> {
    const document = this.texts.documentOf(block);
    const from = Math.max(this.texts.starts[document]!, block - REACH);
    const to = Math.min(this.texts.starts[document + 1]! - 1, block + REACH);
    let text = ' ';
    const begins: number[] = [];
    for (let at = from; at <= to; at++) {
      const { file, first } = this.texts.pieceOf(at);
      const piece = await this.#piece(file);
      const [provision, words] = piece.blocks[at - first]!;
      const [, label, heading] = piece.provisions[provision] ?? ['', '', ''];
      begins.push(text.length - 1);
      const isFirst = provision >= 0 && piece.blocks[at - first - 1]?.[0] !== provision;
      text += canonical(isFirst ? `${label} ${heading} ${words}` : words, this.profile).slice(1);
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

  /** Provisions of a document to show for a query, with excerpts: the block of the hit first, then others of the same piece of text. */
  async show(hit: Hit, results: Results, limit: number): Promise<ShownProvision[]> {
    const first = this.texts.starts[hit.document]!;
    if (first === this.texts.starts[hit.document + 1]) return [];
    const block = hit.block ?? first;
    const { file, first: start } = this.texts.pieceOf(block);
    const piece = await this.#piece(file);
    const terms = results.read ? `${results.query.text} ${results.read}` : results.query.text;
    const shown: ShownProvision[] = [];
    const seen = new Set<string>();
    const weights = piece.blocks.map(([provision, text], index) => ({ provision, text, weight: start + index === block ? 9 : this.#weightOf(text, terms) }));
    const best = [...weights].sort((a, b) => b.weight - a.weight);
    for (const { provision, text, weight } of best) {
      if (shown.length >= limit || (shown.length > 0 && weight < 0.5)) break;
      const [eid, label, heading] = piece.provisions[provision] ?? ['', '', ''];
      if (seen.has(eid)) continue;
      seen.add(eid);
      shown.push({ eid, label: markWords([label, heading].filter((part) => part !== '').join(' '), terms, this.profile), excerpt: excerptOf(text.replaceAll('\n', ' '), terms, this.profile) });
    }
    return shown;
  }

  /** Share of the query's words in a text. */
  #weightOf(text: string, query: string): number {
    const marked = new Set(markWords(text, query, this.profile).filter(({ mark }) => mark).map(({ text: word }) => word.toLowerCase()));
    return marked.size / Math.max(1, wordsOf(query).length);
  }

  #piece(file: number): Promise<Piece> {
    let piece = this.#pieces.get(file);
    if (!piece) {
      piece = this.#read(`text-${file}`).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Piece);
      piece.catch(() => this.#pieces.delete(file));
      this.#pieces.set(file, piece);
    }
    return piece;
  }
}

/** A query long enough that it may be quoted from a text. */
function isPhrase(text: string): boolean {
  return wordCount(text) >= 3;
}

/** Words of a text; two Han characters count as one. */
function wordCount(text: string): number {
  return wordsOf(text).reduce((total, { word, han }) => total + (han ? word.length / 2 : 1), 0);
}

/** True where pairs of words say where a phrase stands. */
function hasPairs(text: string): boolean {
  return pairsOf(text).length > 1;
}
