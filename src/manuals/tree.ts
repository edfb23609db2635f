/**
 * A chapter of a manual as data: what a writer wrote, free of Markdown, HTML and Typst.
 *
 * MDX is read once into this tree (parse.ts); the web page (html.ts) and the printed page (typst.ts) are two ways of writing it down.
 */
import type { Place } from '../flaws/flaw.ts';

export type Inline =
  | { kind: 'text'; value: string }
  | { kind: 'unverified' }
  | { kind: 'break' }
  | { kind: 'emphasis' | 'strong'; children: Inline[] }
  | { kind: 'link'; url: string; children: Inline[] }
  /** Number of the footnote in its chapter, from 1; `first` where it is called for the first time. */
  | { kind: 'footnote'; number: number; first: boolean }
  | ArticleReference
  | CaseReference
  | LawReference
  | ParaReference;

/** An article of a convention: `untoc#art_18`, paragraph `15`. */
export interface ArticleReference { kind: 'article'; id: string; para?: string; place: Place }
/** A case by the path of its work. */
export interface CaseReference { kind: 'case'; id: string; place: Place }
/** A law by the path of its work, with the eId of a provision. */
export interface LawReference { kind: 'law'; id: string; provision?: string; place: Place }
/** A numbered paragraph of the same manual, by its anchor. */
export interface ParaReference { kind: 'para'; to: string; place: Place }

export type Align = 'start' | 'center' | 'end';

export type Block =
  | { kind: 'heading'; level: 2 | 3; id: string; children: Inline[] }
  | Paragraph
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'steps'; blocks: Block[] }
  | { kind: 'checklist' | 'note'; id: string; title: string; blocks: Block[] }
  | { kind: 'example'; id: string; title: string; case: CaseReference; blocks: Block[] }
  | { kind: 'form'; id: string; title: string; blocks: Block[] }
  | { kind: 'figure'; id: string; title: string; alt: string; blocks: Block[] };

export interface Paragraph {
  kind: 'paragraph';
  children: Inline[];
  /** Printed number (`3.12`) and id (`para_3-12`) of a paragraph of running text; absent within a component. */
  number?: string;
  id?: string;
}

export interface Footnote {
  number: number;
  /** One list of inlines a paragraph of the note. */
  paragraphs: Inline[][];
}

/** Text of one chapter. */
export interface ChapterText {
  blocks: Block[];
  footnotes: Footnote[];
  /** Anchor → numbered paragraph that carries it. */
  anchors: Map<string, { number: string; id: string; place: Place }>;
}

/** Every inline below blocks, in order of the text, without those of footnotes. */
export function* inlinesOf(blocks: readonly Block[]): Generator<{ inline: Inline; paragraph: Paragraph | undefined }> {
  let paragraph: Paragraph | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph' && block.number !== undefined) paragraph = block;
    for (const found of inlinesOfBlock(block)) yield { inline: found, paragraph };
  }
}

function* inlinesOfBlock(block: Block): Generator<Inline> {
  if (block.kind === 'example') yield block.case;
  if (block.kind === 'paragraph' || block.kind === 'heading') yield* descend(block.children);
  else if (block.kind === 'list') for (const item of block.items) for (const child of item) yield* inlinesOfBlock(child);
  else if (block.kind === 'table') for (const cell of [...block.head, ...block.rows.flat()]) yield* descend(cell);
  else for (const child of block.blocks) yield* inlinesOfBlock(child);
}

/** Inlines and those within them. */
export function* descend(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* descend(inline.children);
  }
}

/** Words of inlines without marks, for ids and outlines. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('children' in inline ? plainText(inline.children) : inline.kind === 'text' ? inline.value : '')).join('');
}
