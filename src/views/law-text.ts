/** The text of a law as pages show it, without the title, which the page prints itself. */
import type { ExpressionEntry } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import { bodyOf } from '../library/read.ts';
import type { Law } from '../schema/law.ts';

/** Markdown of a law's text. Some collections write `##Title` without the space that makes it a heading: that line goes here, headings go in renderText. */
export function lawText(library: Library, entry: ExpressionEntry<Law>): string {
  const body = bodyOf(library, entry);
  const first = /^\s*#{1,6}(?<words>[^#\s].*)$/m.exec(body);
  return first && body.slice(0, first.index).trim() === '' && first.groups!['words']!.trim() === entry.data.title ? body.slice(first.index + first[0].length) : body;
}
