/** What changed → HTML with `<ins>` and `<del>`, the same at build and in the browser. */
import type { Comparison, ProvisionChange } from './compare.ts';
import type { Change } from './words.ts';

export interface ChangeWords {
  changed: string;
  added: string;
  removed: string;
  /** Name of what stands before the first heading. */
  preamble: string;
  /** What is said where nothing changed. */
  nothing: string;
}

/**
 * A comparison as sections, one for each provision that changed.
 *
 * @param hrefOf address of a provision, in the version that has it
 */
export function changesHtml({ changes }: Comparison, words: ChangeWords, hrefOf: (eid: string, kind: ProvisionChange['kind']) => string): string {
  if (changes.length === 0) return `<p>${escape(words.nothing)}</p>`;
  return changes
    .map((change) => {
      const heading = change.heading.length === 0 ? escape(words.preamble) : change.heading.map(inline).join('');
      return `<section class="change ${change.kind}"><h2 id="${escape(change.eid || 'preamble')}"><a href="${escape(hrefOf(change.eid, change.kind))}">${heading}</a> <span class="count">${escape(words[change.kind])}</span></h2>${paragraphs(change.text)}</section>`;
    })
    .join('');
}

/** Paragraphs, each with its changes; between those that changed, one that stayed on either side is shown, and a mark for the rest. */
function paragraphs(changes: readonly Change[]): string {
  const lines: { html: string; changed: boolean }[] = [{ html: '', changed: false }];
  changes.forEach(({ kind, text }, index) => {
    text.split('\n').forEach((part, place) => {
      const line = lines.at(-1)!;
      if (place > 0) {
        // Where only the end of a paragraph came or went, it would leave no trace.
        const bare = kind !== 'same' && text.trim() === '' && isMiddle(changes, index);
        if (bare) line.html += inline({ kind, text: '¶' });
        if (kind !== 'same') line.changed = true;
        lines.push({ html: '', changed: kind !== 'same' && part !== '' });
      }
      if (part === '') return;
      lines.at(-1)!.html += inline({ kind, text: part });
      if (kind !== 'same') lines.at(-1)!.changed = true;
    });
  });
  const shown = lines.map((_, index) => [index - 1, index, index + 1].some((near) => lines[near]?.changed));
  return lines
    .map(({ html }, index) => (shown[index] ? (html === '' ? '' : `<p>${html}</p>`) : index > 0 && !shown[index - 1] ? '' : '<p class="gap">⋯</p>'))
    .join('');
}

function isMiddle(changes: readonly Change[], index: number): boolean {
  return changes[index - 1]?.kind === 'same' && changes[index + 1]?.kind === 'same';
}

function inline({ kind, text }: Change): string {
  const words = escape(text);
  return kind === 'added' ? `<ins>${words}</ins>` : kind === 'removed' ? `<del>${words}</del>` : words;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
