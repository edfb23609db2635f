/** Terms defined in a law: in a full text by the form of its definitions; in a summary the key terms that the record names under its definitions articles. */
import type { LawWork } from '../library/library.ts';
import { defineTerms, type DefinedTerms } from '../markdown/defined-terms.ts';
import type { RenderedText } from '../markdown/text.ts';
import type { Law } from '../schema/law.ts';

/** Topic of articles that define. */
const DEFINITIONS = 'definitions';

/** The text with its terms marked, and the terms. Terms of another language than the text's are left out. */
export function textTerms(rendered: RenderedText, data: Law, work: LawWork, iso: string): DefinedTerms {
  if (data.text === 'full') return defineTerms(rendered, iso);
  const known = new Map<string, readonly string[]>();
  for (const [eid, { topics, terms }] of Object.entries(work.data.articles ?? {})) {
    if (!topics?.includes(DEFINITIONS)) continue;
    const own = data.article_terms?.[eid] ?? (iso === 'eng' ? terms : undefined);
    if (own) known.set(eid, own);
  }
  return known.size === 0 ? { html: rendered.html, terms: [] } : defineTerms(rendered, iso, known);
}
