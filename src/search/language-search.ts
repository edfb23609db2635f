/**
 * Search in one language: names, texts, provisions and phrases are asked together (names.ts, texts.ts, phrases.ts), and what they find is
 * put in order (ranking.ts).
 */
import { withDates, type Catalogue, type WrittenCatalogue } from './format.ts';
import { Abbreviations } from './abbreviations.ts';
import { excerptOf, markWords, type Segment } from './excerpt.ts';
import { Names, type NameMatch } from './names.ts';
import { pairsOf } from './pairs.ts';
import { Phrases, type Held } from './phrases.ts';
import { readQuery, type Query } from './query.ts';
import { Ranking, wordCount, type Findings, type Hit } from './ranking.ts';
import { Settings } from './setting.ts';
import { Texts, type ReadFile } from './texts.ts';
import { wordsOf, type Profile } from './words.ts';

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

/** A provision of a document, as it is shown below it. */
export interface ShownProvision {
  eid: string;
  label: Segment[];
  excerpt: Segment[];
}

/** A name this near leaves no doubt. */
const NAMED = 0.9;

export class LanguageSearch {
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly names: Names;
  readonly texts: Texts;
  readonly #phrases: Phrases;
  readonly #ranking: Ranking;
  readonly #settings: Settings;
  readonly #abbreviations: Abbreviations;

  constructor(catalogue: Catalogue, read: ReadFile, { han, atHand = false }: { han?: Uint16Array | undefined; atHand?: boolean } = {}) {
    this.catalogue = catalogue;
    this.profile = { tag: catalogue.language, han };
    this.names = new Names(catalogue, this.profile);
    this.texts = new Texts(catalogue, this.profile, read);
    this.#phrases = new Phrases(this.texts, this.profile, read, atHand);
    this.#ranking = new Ranking(catalogue, this.profile);
    this.#settings = new Settings(catalogue, this.profile);
    this.#abbreviations = new Abbreviations(catalogue.titles, this.profile);
  }

  /**
   * Opens the index of a language.
   *
   * @param atHand its files cost no network
   */
  static async open(read: ReadFile, atHand = false): Promise<LanguageSearch> {
    const catalogue = withDates(JSON.parse(new TextDecoder().decode(await read('catalogue'))) as WrittenCatalogue);
    return new LanguageSearch(catalogue, read, { atHand, han: catalogue.language === 'zh' ? (await import('./han.ts')).SIMPLIFIED : undefined });
  }

  /** Documents whose names begin like or are like what is being typed. */
  suggest(typed: string, limit: number): NameMatch[] {
    const query = readQuery(typed);
    if (!query) return [];
    const { cited } = query;
    const width = cited ? 80 : limit;
    const whole = this.names.search(query.text, width, true);
    const subject = cited ? cited.rest : query.text;
    const others = [...(cited ? [subject] : []), ...(this.#abbreviations.expand(subject)?.readings ?? [])].filter((text) => text !== '').flatMap((text) => this.names.search(text, width, true));
    const best = new Map<number, NameMatch>();
    for (const match of [...whole, ...others]) if ((best.get(match.document)?.score ?? 0) < match.score) best.set(match.document, match);
    // The article cited, where it has a page of its own.
    if (cited) for (const [document, match] of best) if (this.#ranking.isArticle(document) && this.#ranking.articleTerms(document).some((term) => cited.terms.includes(term))) best.set(document, { ...match, score: match.score + 0.6 });
    return [...best.values()].filter(({ score }) => score > 0.3).sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit);
  }

  /** Looks a query up. Undefined where it has no letter or digit. */
  async search(typed: string): Promise<Results | undefined> {
    const query = readQuery(typed);
    if (!query) return undefined;
    const { cited } = query;
    const asked = cited ? cited.rest : query.text;
    const abbreviated = this.#abbreviations.expand(asked);
    // What a law is called for short its own text does not say.
    const subject = abbreviated ? abbreviated.rest : asked;
    const names = new Map<number, NameMatch>();
    for (const text of new Set([query.text, asked, ...(abbreviated?.readings ?? [])])) {
      for (const match of text === '' ? [] : this.names.search(text, 300)) {
        const before = names.get(match.document);
        if (!before || match.score > before.score) names.set(match.document, match);
      }
    }
    const exact = [...names.values()].some((match) => match.exact);
    const best = Math.max(0, ...[...names.values()].map(({ score }) => score));
    const named = [...names.values()].some(({ whole }) => whole);
    const [answer, citedBlocks] = await Promise.all([this.texts.search(subject, named ? (terms) => this.names.rarity(terms) : undefined), cited ? this.texts.blocksOf(cited.terms) : new Uint32Array(0)]);
    const setting = exact || best >= NAMED ? undefined : this.#settings.of(subject);
    const within = setting && {
      has: setting.has,
      names: new Map(this.names.search(setting.rest, 300).map((match) => [match.document, match])),
      words: await this.texts.search(setting.rest),
    };
    const provisions = new Map<number, number>();
    for (const block of citedBlocks) {
      const document = this.texts.documentOf(block);
      if (!provisions.has(document)) provisions.set(document, block);
    }
    // A phrase may cite, or have all words of a title; but what is a name, or cites a law by its name, is none.
    const mayBePhrase = !named && !(cited && best >= NAMED) && isPhrase(query.text);
    const phrases = query.phrases.length > 0 ? query.phrases : mayBePhrase ? [query.text] : [];
    const likely = cited && !hasPairs(query.text) ? (await this.texts.search(query.text)).likely : cited ? undefined : answer.likely;
    const held = phrases.length > 0 ? await this.#phrases.holding(phrases, query.text, likely, answer.blocks) : new Map<number, Held>();
    // What was only looked at from afar counts where the reader asked for the phrase alone.
    const found = query.phrases.length > 0 ? held : new Map([...held].filter(([, { sure }]) => sure));
    const quoted = query.phrases.length > 0 && (found.size > 0 || exact);
    const findings: Findings = { query, names, words: answer, provisions, phrases: found, quoted, within };
    let hits = this.#ranking.rank(findings);
    // Some of the words are better than nothing, and it is said that they are only some.
    const some = hits.length === 0 && answer.matches.size > 0;
    if (some) hits = this.#ranking.rank({ ...findings, quoted: false }, true).slice(0, 50);
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

  /** Provisions of a document to show for a query, with excerpts: the block of the hit first, then others of the same piece of text. */
  async show(hit: Hit, results: Results, limit: number): Promise<ShownProvision[]> {
    const first = this.texts.starts[hit.document]!;
    if (first === this.texts.starts[hit.document + 1]) return [];
    const block = hit.block ?? first;
    const { file, first: start } = this.texts.pieceOf(block);
    const piece = await this.#phrases.piece(file);
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
}

/** A query long enough that it may be quoted from a text. */
function isPhrase(text: string): boolean {
  return wordCount(text) >= 3;
}

/** True where pairs of words say where a phrase stands. */
function hasPairs(text: string): boolean {
  return pairsOf(text).length > 1;
}
