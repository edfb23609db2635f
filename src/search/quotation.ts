/**
 * Phrases a reader puts in quotation marks, whichever marks she has and however she mixes them.
 *
 * What a mark does is told by where it stands, not by its shape: “ opens in English and closes in German, " does both, and keyboards swap
 * them. Before a word it opens, after a word it closes; one that closes nothing (an inch, a slip of the hand) or stands within a word is
 * no mark at all. Chinese leaves no spaces: between Han characters a mark opens where none is open, unless its shape only closes.
 *
 * In:  `"human trafficking" offence"`   `law “mutual legal assist`   `5" barrel`   `关于「人口贩运」的法律`
 * Out: human trafficking                mutual legal assist          –             人口贩运
 */

const MARK = /["“”„‟«»‹›「」『』﹁﹂﹃﹄〝〞〟＂″]/u;
export const MARKS = new RegExp(MARK.source, 'gu');
const ONLY_CLOSES = /[”」』﹂﹄〞〟]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const HAN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/** Phrases in quotation marks, in order; an unfinished one goes to the end of the text. */
export function quotedPhrases(text: string): string[] {
  const phrases: string[] = [];
  let begin: number | undefined;
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const before = text[index - 1] ?? '';
    const after = text[index + 1] ?? '';
    if (begin === undefined) {
      if (opens(mark, before, after, text.slice(index + 1))) begin = index + 1;
    } else if (closes(before, after)) {
      phrases.push(text.slice(begin, index));
      begin = undefined;
    }
  }
  if (begin !== undefined) phrases.push(text.slice(begin));
  return phrases.map((phrase) => phrase.replace(MARKS, ' ').replace(/\s+/g, ' ').trim()).filter((phrase) => WORD.test(phrase));
}

function opens(mark: string, before: string, after: string, rest: string): boolean {
  if (WORD.test(before)) return HAN.test(before) && WORD.test(after) && !ONLY_CLOSES.test(mark);
  // Among spaces it opens where another is there to close.
  return WORD.test(after) || MARK.test(rest);
}

/** A mark that stands before a word and after none begins another phrase within this one: it closes nothing. */
function closes(before: string, after: string): boolean {
  return WORD.test(before) || HAN.test(after) || !WORD.test(after);
}
