/** Tables at the end of a manual: every article, law and case it names, with the paragraphs that do. Made from the text, never by hand. */
import { parseCitation } from '../domain/citation.ts';
import { workPath, type Library } from '../library/library.ts';
import type { ManualExpression } from '../library/manuals.ts';
import { descend, inlinesOf, type Inline, type Paragraph } from '../manuals/tree.ts';

/** A paragraph, by its printed number and its label. */
export interface Mention {
  number: string;
  id: string;
}

export interface Mentions {
  /** Path of a convention → eId → paragraphs. */
  articles: Map<string, Map<string, Mention[]>>;
  /** Path of a law → eId, or the empty string for the law as such → paragraphs. */
  laws: Map<string, Map<string, Mention[]>>;
  /** Path of a case → paragraphs. */
  cases: Map<string, Mention[]>;
}

/** Labels of the rows of these tables, to which the text's references lead. */
export const articleLabel = (work: string, eid: string): string => `article ${work}#${eid}`;
export const lawLabel = (work: string, eid: string): string => `law ${work}#${eid}`;
export const caseLabel = (work: string): string => `case ${work}`;

/** Collects the mentions of a manual. What stands in a box counts for the numbered paragraph before it, else for the next one. */
export function mentionsOf(library: Library, expression: ManualExpression): Mentions {
  const mentions: Mentions = { articles: new Map(), laws: new Map(), cases: new Map() };
  for (const { text } of expression.chapters) {
    const first = text.blocks.find((block): block is Paragraph => block.kind === 'paragraph' && block.number !== undefined);
    for (const { inline, paragraph } of inlinesOf(text.blocks)) {
      const at = paragraph ?? first;
      if (!at) continue;
      const mention: Mention = { number: at.number!, id: at.id! };
      const note = inline.kind === 'footnote' && inline.first ? text.footnotes.find(({ number }) => number === inline.number) : undefined;
      for (const found of [inline, ...descend(note?.paragraphs.flat() ?? [])]) add(library, mentions, found, mention);
    }
  }
  return mentions;
}

function add(library: Library, mentions: Mentions, inline: Inline, mention: Mention): void {
  if (inline.kind === 'article') {
    const { work, eid } = parseCitation(inline.id)!;
    record(shelf(mentions.articles, workPath(library, work)!), eid!, mention);
  } else if (inline.kind === 'law') record(shelf(mentions.laws, inline.id), inline.provision ?? '', mention);
  else if (inline.kind === 'case') record(mentions.cases, inline.id, mention);
}

function shelf(map: Map<string, Map<string, Mention[]>>, key: string): Map<string, Mention[]> {
  const found = map.get(key) ?? new Map<string, Mention[]>();
  map.set(key, found);
  return found;
}

function record(map: Map<string, Mention[]>, key: string, mention: Mention): void {
  const list = map.get(key) ?? [];
  map.set(key, list);
  if (list.at(-1)?.id !== mention.id && !list.some(({ id }) => id === mention.id)) list.push(mention);
}

/** Order of provisions as a reader counts: art_2 before art_16, sec_10 before sec_10a. */
export function compareEids(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}
