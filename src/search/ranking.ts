/**
 * What names, words, phrases and citations say of documents → one order.
 *
 * A title or citation that is the query; the provision a citation leads to; texts that have the query word for word; titles near the
 * query; texts that have its words, rarer words and nearer ones first.
 */
import { KINDS, type Catalogue, type DocumentKind } from './format.ts';
import type { NameMatch } from './names.ts';
import type { Held } from './phrases.ts';
import { numberTerms } from './provision-number.ts';
import type { Query } from './query.ts';
import type { TextAnswer } from './texts.ts';
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

/** What was found out about a query. */
export interface Findings {
  query: Query;
  names: ReadonlyMap<number, NameMatch>;
  words: TextAnswer;
  /** First block of each document that has a provision of the number cited. */
  provisions: ReadonlyMap<number, number>;
  phrases: ReadonlyMap<number, Held>;
  /** The reader quotes: what does not hold the phrases does not count. */
  quoted: boolean;
  /** Where the query names a State or a convention: its documents, and what the rest of the query finds. */
  within: { has: (document: number) => boolean; names: ReadonlyMap<number, NameMatch>; words: TextAnswer } | undefined;
}

/** Nearness of a title that is worth nothing. */
const FAR = 0.2;
/** A name this near is what was meant, misspelt or not whole. */
const NEAR = 0.62;
/** A name this near is the query but for slips of the hand, or the order of words. */
const SLIPPED = 0.88;
/** A name that is all of the query but for the State it names. */
const NEARLY_NAMED = 0.95;
/** A phrase of so many words is meant as one: a title that has only some of them stands behind the text that has them all. */
const LONG_PHRASE = 5;
const MOST_HITS = 2000;
/** Articles of one convention among the first results. */
const MOST_ARTICLES = 3;
const FIRST_PAGE = 10;
/** A number of a provision that so few documents have is rare. */
const RARE = 3;
const WEIGHT = {
  exact: 100, name: 55, phrase: 45, longPhrase: 58, wholePhrase: 6, cited: 14, citedByName: 16, citedRare: 60, article: 110, words: 12, near: 14, within: 14, slipped: 10,
  // Between equals, the conventions that everything here hangs on come first.
  kind: 1.5, kinds: new Set<DocumentKind>(['convention', 'article']),
};

export class Ranking {
  readonly #catalogue: Catalogue;
  readonly #profile: Profile;

  constructor(catalogue: Catalogue, profile: Profile) {
    this.#catalogue = catalogue;
    this.#profile = profile;
  }

  /**
   * Puts documents in order.
   *
   * @param anyWord those that have only few of the words count as well
   */
  rank({ query, names, words: answer, provisions, phrases: phrase, quoted, within }: Findings, anyWord = false): Hit[] {
    const citing = query.cited !== undefined;
    // A number that hardly any text has, such as § 23-703, is as good as a name.
    const rare = provisions.size <= RARE && /\d[-.:]\d/.test(query.cited?.eid ?? '');
    const documents = new Set([...answer.matches.keys(), ...(within ? within.words.matches.keys() : []), ...names.keys(), ...phrase.keys(), ...(answer.words === 0 || rare ? provisions.keys() : [...provisions.keys()].filter((document) => this.isArticle(document)))]);
    let most = 0;
    for (const { score } of answer.matches.values()) if (score > most) most = score;
    let mostWithin = 0;
    if (within) for (const { score } of within.words.matches.values()) if (score > mostWithin) mostWithin = score;
    // Where a title is near the query, it is titles the reader means: texts weigh less.
    const textWeight = [...names.values()].some(({ score }) => score > NEAR) ? 0.5 : 1;
    const quotes = quoted ? query.phrases.map((quote) => canonical(quote, this.#profile)) : [];
    const long = wordCount(query.text) >= LONG_PHRASE;
    const parents = citing ? this.#conventionScores(names) : undefined;
    const hits: Hit[] = [];
    for (const document of documents) {
      const isWithin = within?.has(document) ?? false;
      const name = isWithin ? nearer(names.get(document), within!.names.get(document)) : names.get(document);
      const textWithin = isWithin ? within!.words.matches.get(document) : undefined;
      const text = textWithin ?? answer.matches.get(document);
      const inPhrase = phrase.get(document);
      const provision = provisions.get(document);
      const nameScore = name && name.score > FAR ? name.score : 0;
      const parent = provision === undefined || !parents ? 0 : this.#aliasesOf(document).reduce((best, alias) => Math.max(best, parents.get(alias) ?? 0), 0);
      // A few of many words, and not in the title, say nothing.
      if (nameScore === 0 && inPhrase === undefined && parent <= FAR && !anyWord && !(rare && provision !== undefined) && answer.words > 0 && (text?.share ?? 0) < (answer.words > 3 ? 0.45 : 0.6)) continue;
      if (quoted && inPhrase === undefined && !(nameScore > 0 && quotes.every((quote) => this.#nameHolds(document, quote)))) continue;
      let score = name?.exact ? WEIGHT.exact * nameScore : WEIGHT.name * nameScore;
      if (!name?.exact && nameScore >= SLIPPED) score += WEIGHT.slipped;
      if (text) score += textWeight * (WEIGHT.words * text.share ** 2 * (text.score / (textWithin ? mostWithin : most)) + WEIGHT.near * text.near ** 2);
      if (isWithin) score += WEIGHT.within * Math.max(nameScore, (text?.near ?? 0) ** 2);
      if (inPhrase) score += (long ? WEIGHT.longPhrase : WEIGHT.phrase) + (inPhrase.whole ? WEIGHT.wholePhrase : 0);
      if (WEIGHT.kinds.has(KINDS[this.#catalogue.kinds[document]!]!)) score += WEIGHT.kind;
      // Of two records with the name cited, the one that has the provision.
      if (citing && provision !== undefined && name?.exact) score += WEIGHT.citedByName;
      if (rare && provision !== undefined) score += WEIGHT.citedRare;
      // Words beside the number are mostly of its heading.
      if (citing && provision !== undefined) score += WEIGHT.cited * (answer.blocks.get(provision) ?? 0);
      if (citing && provision !== undefined) score += WEIGHT.cited * (answer.words === 0 ? 1 : Math.max(nameScore, 0.25)) + WEIGHT.article * parent;
      const by = parent > NEAR ? 'provision' : name?.exact || nameScore > NEAR ? 'title' : citing && provision !== undefined && nameScore > 0 ? 'provision' : inPhrase !== undefined ? 'phrase' : 'words';
      const block = (citing && !inPhrase ? provision : undefined) ?? inPhrase?.block ?? provision ?? text?.block;
      hits.push({ document, score, by, ...(block === undefined ? {} : { block }) });
    }
    const { dates } = this.#catalogue;
    hits.sort((a, b) => b.score - a.score || (dates[b.document]! > dates[a.document]! ? 1 : dates[b.document]! < dates[a.document]! ? -1 : a.document - b.document));
    return (citing ? hits : this.#withoutCrowds(hits)).slice(0, MOST_HITS);
  }

  /** The articles of one convention leave room for other documents: after the first few, each stands behind ten of them. */
  #withoutCrowds(hits: readonly Hit[]): Hit[] {
    const shown = new Map<string, number>();
    const first: Hit[] = [];
    const later: Hit[] = [];
    for (const hit of hits) {
      const [alias] = this.#aliasesOf(hit.document);
      const count = alias === undefined ? 0 : (shown.get(alias) ?? 0) + 1;
      if (alias !== undefined) shown.set(alias, count);
      (count > MOST_ARTICLES ? later : first).push(hit);
    }
    return [...first.slice(0, FIRST_PAGE), ...[...first.slice(FIRST_PAGE), ...later].sort((a, b) => b.score - a.score)];
  }

  /** True where the title or another name of a document holds a phrase. */
  #nameHolds(document: number, phrase: string): boolean {
    return [this.#catalogue.titles[document]!, ...(this.#catalogue.names[document] ?? [])].some((name) => canonical(name, this.#profile).includes(phrase));
  }

  /** Terms of the number of the article a page is about. */
  articleTerms(document: number): string[] {
    const { values, of } = this.#catalogue.columns.article;
    return [of[document]!].flat().flatMap((place) => numberTerms(values[place]!.split('#')[1]!));
  }

  isArticle(document: number): boolean {
    return KINDS[this.#catalogue.kinds[document]!] === 'article';
  }

  /** Conventions an article's page belongs to. */
  #aliasesOf(document: number): string[] {
    const { values, of } = this.#catalogue.columns.convention;
    return this.isArticle(document) ? [of[document]!].flat().map((place) => values[place]!) : [];
  }

  /** How near the query is to the name of each convention whose articles have pages of their own. */
  #conventionScores(names: ReadonlyMap<number, NameMatch>): Map<string, number> {
    const scores = new Map<string, number>();
    const { values, of } = this.#catalogue.columns.convention;
    for (const { document, score } of names.values()) {
      if (KINDS[this.#catalogue.kinds[document]!] !== 'convention') continue;
      for (const place of [of[document]!].flat()) scores.set(values[place]!, Math.max(scores.get(values[place]!) ?? 0, score));
    }
    return scores;
  }
}

/** The better of two. What is only the rest of the query is not its whole name. */
function nearer(whole: NameMatch | undefined, rest: NameMatch | undefined): NameMatch | undefined {
  if (!rest || (whole && whole.score >= rest.score)) return whole;
  return { ...rest, exact: false, score: Math.min(rest.score, NEARLY_NAMED) };
}

/** Words of a text; two Han characters count as one. */
export function wordCount(text: string): number {
  return wordsOf(text).reduce((total, { word, han }) => total + (han ? word.length / 2 : 1), 0);
}
