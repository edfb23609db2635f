/**
 * The tree of a chapter → Typst markup, with calls to the functions of src/print/template.typ.
 *
 * Every word is written as a string (`#"…";`), never as markup: a cell that reads `1. General principles` would otherwise become a list.
 */
import type { References } from './references.ts';
import { plainText, type Block, type ChapterText, type Inline } from './tree.ts';

/** Words of the printed page around the text, in its language. */
export interface TypstWords {
  unverified: string;
  example: string;
  checklist: string;
  form: string;
  figure: string;
}

export interface TypstOptions {
  references: References;
  words: TypstWords;
  /** Before the labels of footnotes, so that they are unique in the volume: `c3`. */
  scope: string;
  /** Levels by which headings go down: 0 where `##` is a section of a chapter. */
  deeper?: number;
  /** Whether headings stand in the contents and bookmarks. */
  outlined?: boolean;
}

/** Writes the blocks of a chapter. */
export function chapterToTypst(text: ChapterText, options: TypstOptions): string {
  return new TypstWriter(text, options).blocks(text.blocks);
}

/** Text → a Typst string. JSON's escapes are Typst's, but for `\u2028`, which JSON leaves alone, and control characters, which the reader refuses. */
export function typstString(text: string): string {
  return JSON.stringify(text);
}

/** Text → content that is that text. */
export function typstText(text: string): string {
  return text === '' ? '' : `#${typstString(curly(text))};`;
}

/** Phrase of front matter → content, the mark `[unverified]` made visible. */
export function typstPhrase(text: string, unverified: string): string {
  return text.split('[unverified]').map(typstText).join(`#unverified(${typstString(unverified)})`);
}

/** Straight quotation marks → those of print. Only our own prose goes this way; quoted law has its own marks. */
function curly(text: string): string {
  return text
    .replace(/(^|[\s([“—–-])'/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/(^|[\s([‘—–-])"/g, '$1“')
    .replace(/"/g, '”');
}

class TypstWriter {
  private readonly text: ChapterText;
  private readonly options: TypstOptions;
  private inForm = false;

  constructor(text: ChapterText, options: TypstOptions) {
    this.text = text;
    this.options = options;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.block(block)).join('\n\n');
  }

  private block(block: Block): string {
    const { words } = this.options;
    switch (block.kind) {
      case 'heading': {
        const level = block.level + (this.options.deeper ?? 0) + (this.inForm ? 1 : 0);
        const outlined = this.options.outlined !== false && !this.inForm;
        return `#heading(level: ${level}${outlined ? '' : ', outlined: false, bookmarked: false'})[${this.inlines(block.children)}]`;
      }
      case 'paragraph':
        return block.number === undefined ? `#par[${this.inlines(block.children)}]` : `#numbered(${typstString(block.number)}, ${typstString(block.id!)})[${this.inlines(block.children)}]`;
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block);
      case 'quote':
        return `#quote(block: true)[${this.blocks(block.blocks)}]`;
      case 'steps':
        return `#steps[${this.blocks(block.blocks)}]`;
      case 'checklist':
        return `#checklist(${typstString(words.checklist)}, [${typstText(block.title)}], ${block.blocks.map((child) => (child.kind === 'list' ? child.items.map((item) => `[${this.item(item)}]`).join(', ') : `[${this.block(child)}]`)).join(', ')})`;
      case 'note':
        return `#note([${typstText(block.title)}])[${this.blocks(block.blocks)}]`;
      case 'example':
        return `#example(${typstString(words.example)}, [${typstText(block.title)}], [${this.inline(block.case)}])[${this.blocks(block.blocks)}]`;
      case 'form': {
        this.inForm = true;
        const body = this.blocks(block.blocks);
        this.inForm = false;
        return `#model-form(${typstString(words.form)}, [${typstText(block.title)}])[${body}]`;
      }
      case 'figure':
        return `#captioned(${typstString(words.figure)}, [${typstText(block.title)}], ${typstString(block.alt)})[${this.blocks(block.blocks)}]`;
    }
  }

  private list({ ordered, start, items }: Extract<Block, { kind: 'list' }>): string {
    const content = items.map((item) => `[${this.item(item)}]`).join(', ');
    if (this.inForm && !ordered) return `#fields(${content})`;
    return ordered ? `#enum(${start === 1 ? '' : `start: ${start}, `}${content})` : `#list(${content})`;
  }

  private item(item: readonly Block[]): string {
    const [first, ...rest] = item;
    if (first?.kind !== 'paragraph') return this.blocks(item);
    return this.inlines(first.children) + (rest.length > 0 ? `\n\n${this.blocks(rest)}` : '');
  }

  private table({ align, head, rows }: Extract<Block, { kind: 'table' }>): string {
    // Columns share the width by the length of their texts, and none is narrower than its longest word.
    const weights = head.map((cell, column) => {
      const texts = [cell, ...rows.map((row) => row[column]!)];
      const mean = texts.reduce((sum, content) => sum + this.lengthOf(content), 0) / texts.length;
      const longestWord = Math.max(...texts.flatMap((content) => plainText(content).split(/[\s/-]+/).map((word) => word.length)));
      return Math.max(4, Math.min(16, longestWord), 2 * Math.sqrt(mean));
    });
    const columns = weights.map((weight) => `${weight.toFixed(2)}fr`).join(', ');
    const cells = (row: readonly Inline[][]): string => row.map((cell) => `[${this.inlines(cell)}]`).join(', ');
    return `#ruled(short: ${rows.length <= 8}, columns: (${columns},), align: (${align.join(', ')},), table.header(${cells(head)}), ${rows.map((row) => cells(row)).join(',\n  ')})`;
  }

  private lengthOf(content: readonly Inline[]): number {
    const references = content.filter((inline) => inline.kind === 'article' || inline.kind === 'law' || inline.kind === 'case').length;
    return plainText(content).length + 16 * references;
  }

  private inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('');
  }

  private inline(inline: Inline): string {
    const { references, words, scope } = this.options;
    switch (inline.kind) {
      case 'text':
        return this.inForm ? inline.value.split(/(\[[^[\]]+\])/).map((part) => (part.startsWith('[') && part.endsWith(']') ? `#blank(${typstString(curly(part))})` : typstText(part))).join('') : typstText(inline.value);
      case 'unverified':
        return `#unverified(${typstString(words.unverified)})`;
      case 'break':
        return '#linebreak()';
      case 'emphasis':
        return `#emph[${this.inlines(inline.children)}]`;
      case 'strong':
        return `#strong[${this.inlines(inline.children)}]`;
      case 'link':
        return `#link(${typstString(inline.url)})[${this.inlines(inline.children)}]`;
      case 'footnote': {
        const label = `fn-${scope}-${inline.number}`;
        if (!inline.first) return `#footnote(label(${typstString(label)}))`;
        const note = this.text.footnotes.find(({ number }) => number === inline.number)!;
        return `#[#footnote[${note.paragraphs.map((paragraph) => this.inlines(paragraph)).join(' #parbreak() ')}]#label(${typstString(label)})]`;
      }
      case 'article':
        return this.reference(references.article(inline));
      case 'law':
        return this.reference(references.law(inline));
      case 'case':
        return `#emph[${this.reference(references.case(inline))}]`;
      case 'para': {
        const { text, href } = references.para(inline);
        return `#para-page(${typstString(href!.slice(1))}, ${typstString(bound(text))})`;
      }
    }
  }

  /** An address that begins with # is a label of the volume; any other leads out of it. */
  private reference({ text, href, lang }: { text: string; href?: string | undefined; lang?: string | undefined }): string {
    const words = lang === undefined ? typstText(bound(text)) : `#text(lang: ${typstString(lang.split('-')[0]!)})[${typstText(bound(text))}]`;
    if (href === undefined) return words;
    return `#link(${href.startsWith('#') ? `label(${typstString(href.slice(1))})` : typstString(href)})[${words}]`;
  }
}

/** Keeps an abbreviation and its number on one line. */
function bound(text: string): string {
  return text.replace(/\b(art|arts|s|ss|para|paras|p)\. (?=[\d§])/g, '$1.\u00a0').replace(/§ /g, '§\u00a0');
}
