/** Text and query → the part of the text to show, cut into what to mark and what not. Never HTML. */
import { canonical, eachWord, foldHan, hanTerms, wordTerms, type Profile } from './words.ts';

export interface Segment {
  text: string;
  mark: boolean;
}

/** About so many code units are shown. */
const LENGTH = 240;

/** Marks the query's words in a whole text: a title, a heading. */
export function markWords(text: string, query: string, profile: Profile): Segment[] {
  return segments(text, marksIn(text, query, profile), 0, text.length);
}

/** The part of a text with most of the query's words, whole words at its ends, with an ellipsis where it was cut. */
export function excerptOf(text: string, query: string, profile: Profile): Segment[] {
  const marks = marksIn(text, query, profile);
  const length = text.charCodeAt(text.length >> 1) > 0x3000 ? LENGTH / 2 : LENGTH;
  if (text.length <= length * 1.25) return segments(text, marks, 0, text.length);
  let best = 0;
  let most = -1;
  marks.forEach(([start], index) => {
    const different = new Set<string>();
    let count = 0;
    for (let other = index; other < marks.length && marks[other]![1] <= start + length; other++) {
      different.add(text.slice(...marks[other]!));
      count++;
    }
    const value = different.size * 4 + count;
    if (value > most) {
      most = value;
      best = start;
    }
  });
  let from = Math.max(0, Math.min(best - length * 0.2, text.length - length));
  if (from > 0) from = boundary(text, from, 1);
  const to = from + length >= text.length ? text.length : boundary(text, from + length, -1);
  const shown = segments(text, marks, from, to);
  if (from > 0) shown.unshift({ text: '… ', mark: false });
  if (to < text.length) shown.push({ text: ' …', mark: false });
  return shown;
}

/** True where a text holds a phrase, compared without case, accents and punctuation. */
export function holdsPhrase(text: string, phrase: string, profile: Profile): boolean {
  const wanted = canonical(phrase, profile);
  return wanted.trim() !== '' && canonical(text, profile).includes(wanted);
}

/** Where the query's words stand in a text, each as start and end, in order, joined where they touch. */
function marksIn(text: string, query: string, profile: Profile): [number, number][] {
  const wanted = new Set<string>();
  eachWord(query, (start, end, han) => {
    const word = query.slice(start, end);
    for (const term of han ? hanTerms(word, profile) : wordTerms(word, profile)) wanted.add(term);
  });
  const marks: [number, number][] = [];
  eachWord(text, (start, end, han) => {
    const word = text.slice(start, end);
    if (!han) {
      if (wordTerms(word, profile).some((term) => wanted.has(term))) marks.push([start, end]);
      return;
    }
    const folded = foldHan(word, profile);
    for (let index = 0; index < folded.length; index++) {
      const isPair = wanted.has(folded.slice(index, index + 2)) || (index > 0 && wanted.has(folded.slice(index - 1, index + 1))) || (folded.length === 1 && wanted.has(folded));
      if (!isPair) continue;
      const last = marks.at(-1);
      if (last && last[1] === start + index) last[1]++;
      else marks.push([start + index, start + index + 1]);
    }
  });
  return marks;
}

function segments(text: string, marks: readonly [number, number][], from: number, to: number): Segment[] {
  const result: Segment[] = [];
  let position = from;
  const add = (end: number, mark: boolean): void => {
    if (end > position) result.push({ text: text.slice(position, end), mark });
    position = Math.max(position, end);
  };
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    add(Math.max(start, from), false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  return result;
}

function boundary(text: string, index: number, step: 1 | -1): number {
  for (let at = Math.round(index), tries = 0; tries < 30; at += step, tries++) if (/\s/.test(text[at] ?? ' ')) return at;
  return Math.round(index);
}
