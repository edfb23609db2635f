/**
 * Queries for the search benchmark: those of the corpus, and others of the same kinds made from its texts, which nobody chose.
 * The same seed gives the same queries on every machine.
 */
import { bodyOf } from '../../src/library/read.ts';
import type { Library } from '../../src/library/library.ts';
import { isoToTag } from '../../src/domain/language.ts';
import { renderText } from '../../src/markdown/text.ts';
import { textBlocks } from '../../src/search/build/text-blocks.ts';
import { canonical, wordsOf } from '../../src/search/words.ts';

/** Tags within a line: what they stand between is one word. */
const INLINE = /<\/?(?:a|b|i|em|strong|span|sup|sub|code|del|u|s|small|mark|bdi)\b[^>]*>/g;

export interface BenchQuery {
  query: string;
  language: string;
  /** Addresses of the documents that are right, without the slash at their beginning. */
  right: Set<string>;
  kind: string;
  /** Line of the list, from 1. */
  row: number;
}

/** Reads `queries.tsv`: query, language, documents by source path, kind. */
export function listedQueries(tsv: string, importMap: string): BenchQuery[] {
  const pages = new Map(importMap.trim().split('\n').slice(1).map((line) => [line.split('\t')[0]!, line.split('\t')[3]!.slice(1)]));
  return tsv.trim().split('\n').slice(1).map((line, index) => {
    const [query, language, expected, kind] = line.split('\t') as [string, string, string, string];
    return { query, language, kind, row: index + 1, right: new Set(expected.split('|').map((source) => pages.get(source) ?? source)) };
  });
}

/**
 * Makes queries from texts drawn by chance.
 *
 * @param each documents drawn in each language
 */
export function drawnQueries(library: Library, each: number, seed: number): BenchQuery[] {
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const byLanguage = new Map<string, { address: string; title: string; body: () => string }[]>();
  const byTitle = new Map<string, Set<string>>();
  for (const work of library.laws.values()) {
    for (const entry of work.expressions) {
      const language = isoToTag(entry.expression.language);
      const address = `${language}/laws/${work.path}/`;
      const list = byLanguage.get(language) ?? [];
      list.push({ address, title: entry.data.title, body: () => bodyOf(library, entry) });
      byLanguage.set(language, list);
      const key = titleKey(language, entry.data.title);
      byTitle.set(key, (byTitle.get(key) ?? new Set()).add(address));
    }
  }
  const queries: BenchQuery[] = [];
  for (const [language, documents] of byLanguage) {
    for (let count = 0; count < each; count++) {
      const { address, title, body } = pick(documents);
      const sameTitle = byTitle.get(titleKey(language, title))!;
      const add = (kind: string, query: string | undefined, right: Set<string>): void => {
        if (query !== undefined && query.trim() !== '') queries.push({ query, language, right, kind, row: queries.length + 1 });
      };
      add('title', title, sameTitle);
      add('misspelt title', misspelt(title, random), sameTitle);
      if (/\p{M}|[ةأإآ]/u.test(title.normalize('NFD'))) add('accent-less title', title.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ة', 'ه'), sameTitle);
      const provisions = textBlocks(renderText(body(), { dropTitle: true }));
      const numbered = provisions.filter(({ eid }) => /^(?:art|sec)_\d+$/.test(eid));
      if (numbered.length > 0) add('citation', cite(pick(numbered).label, title, language), sameTitle);
      const text = pick(provisions.filter(({ blocks }) => blocks.length > 0) ?? [])?.blocks;
      if (text) add('phrase', phrase(pick(text), random), new Set([address]));
      // Over the ends of blocks and provisions, headings in their places.
      const whole = provisions.map(({ label, heading, blocks }) => [label, heading, ...blocks].join(' ')).join(' ');
      add('phrase', phrase(whole, random), new Set([address]));
    }
  }
  return everywhere(library, queries);
}

function titleKey(language: string, title: string): string {
  return `${language}:${canonical(title, { tag: language })}`;
}

/**
 * A phrase that stands in several documents is right in each of them; how many do is in the kind, since then no search can know which
 * of them was meant.
 */
function everywhere(library: Library, queries: BenchQuery[]): BenchQuery[] {
  const phrases = queries.filter(({ kind }) => kind === 'phrase');
  for (const work of library.laws.values()) {
    for (const entry of work.expressions) {
      const language = isoToTag(entry.expression.language);
      const wanted = phrases.filter((query) => query.language === language);
      if (wanted.length === 0) continue;
      const text = canonical(renderText(bodyOf(library, entry), { dropTitle: true }).html.replace(INLINE, '').replace(/<[^>]+>/g, ' '), { tag: language });
      for (const { query, right } of wanted) if (text.includes(canonical(query, { tag: language }))) right.add(`${language}/laws/${work.path}/`);
    }
  }
  for (const query of phrases) query.kind = phraseKind(query.right.size);
  return queries;
}

function phraseKind(documents: number): string {
  return documents === 1 ? 'phrase, of one document' : documents <= 3 ? 'phrase, of two or three documents' : 'phrase, of more documents';
}

function cite(label: string, title: string, language: string): string {
  return language === 'zh' ? `${title}${label}` : language === 'ru' || language === 'ar' ? `${label} ${title}` : `${label.toLowerCase()} ${title}`;
}

/** One slip of the hand in a long word: a letter left out, doubled, changed or swapped with the next. */
function misspelt(title: string, random: () => number): string | undefined {
  const words = wordsOf(title).filter(({ word, han }) => (han ? word.length > 5 : word.length > 5 && !/\d/.test(word)));
  if (words.length === 0) return undefined;
  const { start, end, han } = words[Math.floor(random() * words.length)]!;
  const at = start + 1 + Math.floor(random() * (end - start - 2));
  const kind = han ? 2 : Math.floor(random() * 4);
  const other = han ? '的' : title[at]!.toLowerCase() === title[at]! ? 'e' : 'E';
  const letters = [title.slice(at + 1), title[at]! + title.slice(at), other + title.slice(at + 1), title[at + 1]! + title[at]! + title.slice(at + 2)];
  return title.slice(0, at) + letters[kind]!;
}

/** Eight words that follow each other, or fourteen Han characters. */
function phrase(text: string, random: () => number): string | undefined {
  const words = wordsOf(text);
  const han = words.filter((word) => word.han && word.word.length >= 14);
  if (han.length > 0) {
    const { word } = han[Math.floor(random() * han.length)]!;
    const from = Math.floor(random() * (word.length - 13));
    return word.slice(from, from + 14);
  }
  if (words.length < 10) return undefined;
  const from = Math.floor(random() * (words.length - 8));
  return text.slice(words[from]!.start, words[from + 7]!.end).replace(/\s+/g, ' ');
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
