/**
 * The tree of a chapter → HTML.
 *
 * Footnotes open where they are called, without a script: the note stands after its mark and is shown while the address
 * points to it (`:target`), or in print always. Everything a script adds (copying a form) begins hidden.
 */
import { escapeHtml } from '../markdown/phrase.ts';
import type { References } from './references.ts';
import type { Block, ChapterText, Inline } from './tree.ts';

/** Words of the page around the text, in its language. */
export interface HtmlWords {
  unverified: string;
  /** Label of the link that is a paragraph's number: `Link to paragraph`. */
  linkToParagraph: string;
  footnote: string;
  close: string;
  example: string;
  checklist: string;
  form: string;
  copyForm: string;
  figureInWords: string;
  table: string;
}

export interface HtmlOptions {
  references: References;
  words: HtmlWords;
}

/** Writes the blocks of a chapter. */
export function chapterToHtml(text: ChapterText, options: HtmlOptions): string {
  const writer = new HtmlWriter(text, options);
  return writer.blocks(text.blocks, 0);
}

class HtmlWriter {
  private readonly text: ChapterText;
  private readonly references: References;
  private readonly words: HtmlWords;
  /** True within a model form, where `[…]` is a blank to fill in. */
  private inForm = false;
  /** Tables so far: each box that scrolls has a name of its own. */
  private tables = 0;

  constructor(text: ChapterText, { references, words }: HtmlOptions) {
    this.text = text;
    this.references = references;
    this.words = words;
  }

  /** @param deeper levels by which headings within the blocks go down: one within a form, whose title is a heading itself */
  blocks(blocks: readonly Block[], deeper: number): string {
    return blocks.map((block) => this.block(block, deeper)).join('\n');
  }

  private block(block: Block, deeper: number): string {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level + deeper} id="${block.id}">${this.inlines(block.children)}</h${block.level + deeper}>`;
      case 'paragraph':
        if (block.number === undefined) return `<p>${this.inlines(block.children)}</p>`;
        return `<p class="provision" id="${block.id}"><a class="num" href="#${block.id}" aria-label="${escapeHtml(`${this.words.linkToParagraph} ${block.number}`)}">${block.number}</a> ${this.inlines(block.children)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
        return `<${tag}${start}>${block.items.map((item) => `<li>${this.item(item, deeper)}</li>`).join('')}</${tag}>`;
      }
      case 'table':
        return this.table(block);
      case 'quote':
        return `<blockquote>${this.blocks(block.blocks, deeper)}</blockquote>`;
      case 'steps':
        return `<div class="steps">${this.blocks(block.blocks, deeper)}</div>`;
      case 'checklist':
        return `<section class="box checklist" id="${block.id}" aria-labelledby="${block.id}-t"><p class="lab">${escapeHtml(this.words.checklist)}</p><p class="box-title" id="${block.id}-t">${escapeHtml(block.title)}</p>${this.blocks(block.blocks, deeper)}</section>`;
      case 'note':
        return `<aside class="box note" id="${block.id}" aria-labelledby="${block.id}-t"><p class="box-title" id="${block.id}-t">${escapeHtml(block.title)}</p>${this.blocks(block.blocks, deeper)}</aside>`;
      case 'example':
        return `<section class="box example" id="${block.id}" aria-labelledby="${block.id}-t"><p class="lab">${escapeHtml(this.words.example)}</p><p class="box-title" id="${block.id}-t">${escapeHtml(block.title)}</p><p class="box-source">${this.inline(block.case)}</p>${this.blocks(block.blocks, deeper)}</section>`;
      case 'form':
        return this.form(block);
      case 'figure':
        return `<figure id="${block.id}"><figcaption>${escapeHtml(block.title)}</figcaption>${this.blocks(block.blocks, deeper)}<details class="alt"><summary>${escapeHtml(this.words.figureInWords)}</summary><p>${escapeHtml(block.alt)}</p></details></figure>`;
    }
  }

  /** An item of one paragraph is set without it, as in a tight list. */
  private item(item: readonly Block[], deeper: number): string {
    const [first, ...rest] = item;
    if (first?.kind !== 'paragraph') return this.blocks(item, deeper);
    return this.inlines(first.children) + (rest.length > 0 ? this.blocks(rest, deeper) : '');
  }

  private table({ align, head, rows }: Extract<Block, { kind: 'table' }>): string {
    const cell = (tag: string, content: readonly Inline[], column: number, scope = ''): string => `<${tag}${align[column] === 'end' ? ' class="n"' : ''}${scope}>${this.inlines(content)}</${tag}>`;
    const header = `<thead><tr>${head.map((content, column) => cell('th', content, column, ' scope="col"')).join('')}</tr></thead>`;
    const body = rows.map((row) => `<tr>${row.map((content, column) => (column === 0 ? cell('th', content, column, ' scope="row"') : cell('td', content, column))).join('')}</tr>`).join('\n');
    this.tables += 1;
    return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(`${this.words.table} ${this.tables}`)}"><table>${header}<tbody>${body}</tbody></table></div>`;
  }

  private form(block: Extract<Block, { kind: 'form' }>): string {
    this.inForm = true;
    const body = this.blocks(block.blocks, 1);
    this.inForm = false;
    return `<section class="form" id="${block.id}" aria-labelledby="${block.id}-t"><p class="lab">${escapeHtml(this.words.form)}</p><h3 id="${block.id}-t">${escapeHtml(block.title)}</h3><button type="button" class="noprint" hidden data-copy="${block.id}-b">${escapeHtml(this.words.copyForm)}</button><div class="form-body" id="${block.id}-b">${body}</div></section>`;
  }

  private inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('');
  }

  private inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return this.inForm ? escapeHtml(inline.value).replace(/\[[^[\]]+\]/g, '<span class="blank">$&</span>') : escapeHtml(inline.value);
      case 'unverified':
        return `<span class="unverified">${escapeHtml(this.words.unverified)}</span>`;
      case 'break':
        return '<br>';
      case 'emphasis':
        return `<em>${this.inlines(inline.children)}</em>`;
      case 'strong':
        return `<strong>${this.inlines(inline.children)}</strong>`;
      case 'link':
        return `<a href="${escapeHtml(inline.url)}" rel="external">${this.inlines(inline.children)}</a>`;
      case 'footnote':
        return this.footnote(inline.number, inline.first);
      case 'article':
        return this.reference(this.references.article(inline));
      case 'law':
        return this.reference(this.references.law(inline));
      case 'para':
        return this.reference(this.references.para(inline));
      case 'case':
        return `<cite>${this.reference(this.references.case(inline))}</cite>`;
    }
  }

  private reference({ text, href, lang }: { text: string; href?: string | undefined; lang?: string | undefined }): string {
    const words = escapeHtml(text);
    const attribute = lang === undefined ? '' : ` lang="${lang}" dir="auto"`;
    return href === undefined ? (lang === undefined ? words : `<span${attribute}>${words}</span>`) : `<a href="${escapeHtml(href)}"${attribute}>${words}</a>`;
  }

  private footnote(number: number, first: boolean): string {
    const mark = `<a class="fn-mark"${first ? ` id="fnref_${number}"` : ''} href="#fn_${number}" aria-label="${escapeHtml(`${this.words.footnote} ${number}`)}">${number}</a>`;
    if (!first) return mark;
    const note = this.text.footnotes.find((footnote) => footnote.number === number)!;
    const words = note.paragraphs.map((paragraph) => this.inlines(paragraph)).join('<br>');
    return `${mark}<span class="fn" id="fn_${number}" role="note"><span class="fn-n">${number}</span> ${words} <a class="fn-close noprint" href="#fnref_${number}" aria-label="${escapeHtml(this.words.close)}">×</a></span>`;
  }
}
