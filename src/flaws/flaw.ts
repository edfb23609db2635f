/** A flaw is a value: what is wrong, where, what was found and what was expected. Checks return flaws, voices print them. */
import { FLAWS, type FlawName } from './catalogue.ts';

export interface Place {
  /** Path of the file as the person knows it, relative to where the command runs. */
  file: string;
  /** Line and column, from 1. */
  line: number;
  column: number;
}

export interface Flaw {
  name: FlawName;
  level: 'error' | 'warning' | 'notice';
  place: Place;
  /** What was found, in a few words; values in backquotes. */
  actual: string;
  /** What was expected. */
  expected: string;
  /** The nearest valid value, where one is near. */
  suggestion?: string;
}

/**
 * Makes a flaw of the catalogue's level.
 *
 * @param place a place, or a file alone, which means its first line
 */
export function flaw(name: FlawName, place: Place | string, actual: string, expected: string, suggestion?: string): Flaw {
  return {
    name,
    level: FLAWS[name].level,
    place: typeof place === 'string' ? { file: place, line: 1, column: 1 } : place,
    actual,
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Orders flaws by file, line and column. */
export function sortFlaws(flaws: readonly Flaw[]): Flaw[] {
  return [...flaws].sort(
    (a, b) =>
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      (a.name < b.name ? -1 : 1),
  );
}

export function hasErrors(flaws: readonly Flaw[]): boolean {
  return flaws.some((found) => found.level === 'error');
}

/**
 * The candidate nearest to a misspelt value, by edits of a letter, or undefined where none is near.
 *
 * @param value what was written
 * @param candidates what would be valid
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(value.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - value.length) >= bestDistance) continue;
    const distance = editDistance(value, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edits of a letter, and two neighbours swapped counts as one (optimal string alignment): that is how people mistype. */
function editDistance(left: string, right: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let least = Math.min(current[column - 1]! + 1, previous[column]! + 1, previous[column - 1]! + cost);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) least = Math.min(least, before[column - 2]! + 1);
      current.push(least);
    }
    if (Math.min(...current, ...previous) >= limit) return limit;
    before = previous;
    previous = current;
  }
  return previous[right.length]!;
}
