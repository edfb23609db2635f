/** What a reader typed → what is looked for. Nothing a reader can type is an error. */
import { citedProvision, type CitedProvision } from './citation-query.ts';
import { MARKS, quotedPhrases } from './quotation.ts';
import { wordsOf } from './words.ts';

export interface Query {
  /** The query, trimmed, its white space and control characters made single spaces, quotation marks of phrases taken away. */
  text: string;
  /** Phrases in quotation marks; an unfinished quotation goes to the end. */
  phrases: string[];
  /** The provision the query cites, if it cites one. */
  cited: CitedProvision | undefined;
  /** True where the query was longer than anything that could be looked for. */
  cut: boolean;
}

/** No title of a law is as long; what follows is left out. */
const LONGEST = 600;

/** Reads a query; undefined where it has no letter or digit. */
export function readQuery(typed: string): Query | undefined {
  const clean = typed.slice(0, 20_000).replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ').replace(/\s+/g, ' ').trim();
  const cut = clean.length > LONGEST;
  const kept = cut ? clean.slice(0, LONGEST).replace(/\s\S*$/, '') : clean;
  const phrases = quotedPhrases(kept).filter((phrase) => wordsOf(phrase).length > 0);
  const text = kept.replace(MARKS, ' ').replace(/\s+/g, ' ').trim();
  if (wordsOf(text).length === 0) return undefined;
  return { text, phrases, cited: phrases.length > 0 ? undefined : citedProvision(text), cut };
}
