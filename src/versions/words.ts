/** Two texts → what was removed and what was added, word by word. */
import { diffArrays } from 'diff';
import { tokens } from './tokens.ts';

export interface Change {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond so many differing pieces a reader gains nothing from single words, and the search for them costs seconds. */
const MOST_EDITS = 2000;

/**
 * Compares two texts. Of the answer, `same` and `removed` joined give the first text, `same` and `added` the second;
 * between two stretches that stayed, all that was removed comes before all that was added.
 */
export function compareWords(before: string, after: string): Change[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return inRuns(editsOf(tokens(before), tokens(after)));
}

function editsOf(before: string[], after: string[]): Change[] {
  const edits = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (edits) return edits.map(({ value, removed, added }) => ({ kind: removed ? 'removed' : added ? 'added' : 'same', text: value.join('') }));
  // Too different: what the texts begin and end with alike stays, the rest is replaced as a whole.
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { kind: 'same', text: before.slice(0, start).join('') },
    { kind: 'removed', text: before.slice(start, before.length - end).join('') },
    { kind: 'added', text: after.slice(start, after.length - end).join('') },
    { kind: 'same', text: before.slice(before.length - end).join('') },
  ];
}

/**
 * Joins what belongs together. "five years" for "two months" would read ~two~ five ~months~ years around a space that stayed:
 * white space and signs between two replacements are replaced with them.
 */
function inRuns(edits: readonly Change[]): Change[] {
  const runs: Change[] = [];
  let removed = '';
  let added = '';
  let between = '';
  const flush = (): void => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    if (between !== '') runs.push({ kind: 'same', text: between });
    removed = added = between = '';
  };
  edits.forEach((edit, index) => {
    if (edit.text === '') return;
    if (edit.kind === 'same') {
      if (between === '' && isSlight(edit.text) && removed !== '' && added !== '' && index < edits.length - 1) between = edit.text;
      else {
        flush();
        runs.push({ ...edit });
      }
      return;
    }
    let { text } = edit;
    if (between !== '') {
      const replaces = edit.kind === 'removed' || edits[index + 1]?.kind === 'removed';
      if (replaces) {
        removed += between;
        added += between;
        between = '';
      } else if (edit.text.endsWith(between)) {
        // "~Ministry~ Attorney" and then "General " is "Attorney General" and then a space.
        text = between + edit.text.slice(0, -between.length);
      } else flush();
    }
    if (edit.kind === 'removed') removed += text;
    else added += text;
  });
  flush();
  return joinSame(runs);
}

function joinSame(runs: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.kind === 'same' && run.kind === 'same') last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

function isSlight(text: string): boolean {
  return !/[\p{L}\p{N}\n]/u.test(text);
}
