/**
 * Pairs of neighbouring words: where a phrase stands.
 *
 * Words alone do not narrow a phrase: "has been called in" has one word that not every text has. Its pairs do. A pair is known by a
 * number made of its words, folded but not stemmed; a few pairs share each number, and the text itself decides. Runs of Han characters
 * need none: their terms are pairs already.
 */
import { eachWord, foldWord } from './words.ts';

/** Numbers of pairs; about one for each pair of a thousand laws. */
const BITS = 18;

/** A folded word as a number (FNV-1a). */
export function wordNumber(folded: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < folded.length; index++) hash = Math.imul(hash ^ folded.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Number of a pair, of the numbers of its words. */
export function pairNumber(left: number, right: number): number {
  const mixed = Math.imul(left, 0x9e3779b1) ^ right;
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - BITS);
}

/** Pairs of a phrase, each once; those of long words first: few texts have them. */
export function pairsOf(phrase: string): number[] {
  const pairs = new Map<number, number>();
  let previous: number | undefined;
  let before = 0;
  eachWord(phrase, (start, end, han) => {
    const number = han ? undefined : wordNumber(foldWord(phrase.slice(start, end)));
    if (previous !== undefined && number !== undefined) pairs.set(pairNumber(previous, number), before + end - start);
    previous = number;
    before = end - start;
  });
  return [...pairs].sort(([, a], [, b]) => b - a).map(([pair]) => pair);
}
