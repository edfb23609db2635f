/** A Word file → paragraphs as Markdown. mammoth reads Word; what it makes of it, simple HTML, becomes Markdown here. */
import mammoth from 'mammoth';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { openDocx } from './docx-archive.ts';
import { escapeInline, escapeStart } from './escape.ts';
import type { Paragraph } from './propose-headings.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** What Word holds and a record cannot, by the element that says so. */
const LEFT_OUT: readonly [pattern: RegExp, what: string, expected: string][] = [
  [/<w:del\b/, 'tracked deletions', 'the text as it stands with all changes accepted: look through it'],
  [/<w:ins\b/, 'tracked insertions', 'the text as it stands with all changes accepted: look through it'],
  [/<m:oMath\b/, 'formulas', 'the formula in words, or a link to the official text'],
  [/<w:txbxContent\b/, 'text boxes', 'their text at its place: look whether it is there'],
  [/<w:commentReference\b/, 'comments', 'nothing: comments are not part of the law'],
];

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='footnote text'] => p:fresh",
  'u => ',
  'strike => ',
];

/** Reads a Word file into paragraphs, with what could not be taken over. */
export async function readDocx(bytes: Uint8Array, shown: string): Promise<{ paragraphs?: Paragraph[]; flaws: Flaw[] }> {
  const { opened, flaws } = openDocx(bytes, shown);
  if (!opened) return { flaws };
  for (const [pattern, what, expected] of LEFT_OUT) if (pattern.test(opened.document)) flaws.push(flaw('PartNotImported', shown, what, expected));
  let html: string;
  try {
    // A picture is replaced by nothing: it is not loaded, and no file outside the document is ever read.
    const result = await mammoth.convertToHtml({ buffer: Buffer.from(opened.bytes) }, { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false });
    html = result.value;
    for (const message of new Set(result.messages.map(({ message }) => message).filter((message) => !/\/math\}/.test(message)))) flaws.push(flaw('PartNotImported', shown, inWords(message), 'a style or part that Word itself brings'));
  } catch (error) {
    return { flaws: [...flaws, flaw('UnreadableDocument', shown, `a document that cannot be read (${(error as Error).message.split('\n')[0]!.slice(0, 80)})`, 'a file that Word opens: open it there and save it again')] };
  }
  const root = parseXml(`<html>${html}</html>`, shown);
  if (!('children' in root)) return { flaws: [...flaws, root] };
  const conversion = new Conversion(shown);
  conversion.walk(root);
  if (conversion.paragraphs.every(({ text }) => text === '')) flaws.push(flaw('EmptyFile', shown, 'no text at all', 'the text of a law'));
  return { paragraphs: conversion.paragraphs, flaws: [...flaws, ...conversion.flaws] };
}

/** mammoth speaks to programmers. */
function inWords(message: string): string {
  const style = /^Unrecognised (paragraph|run|table) style: '?(.*?)'? \(Style ID: .*\)$/.exec(message);
  if (style) return `the ${style[1]} style “${style[2]}”, read as plain text`;
  const element = /^An unrecognised element was ignored: (.*)$/.exec(message);
  return element ? `the element \`${element[1]}\`` : message;
}

class Conversion {
  readonly paragraphs: Paragraph[] = [];
  readonly flaws: Flaw[] = [];
  private readonly shown: string;

  constructor(shown: string) {
    this.shown = shown;
  }

  /** Blocks of the document, in order. */
  walk(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const heading = /^h([1-6])$/.exec(child.name)?.[1];
      if (heading !== undefined) this.add(child, { level: Number(heading) });
      else if (child.name === 'p') this.add(child, {});
      else if (child.name === 'ul' || child.name === 'ol') this.list(child);
      else if (child.name === 'table') this.table(child);
      else this.walk(child);
    }
  }

  private add(element: XmlElement, more: Partial<Paragraph>): void {
    const markdown = this.inline(element).trim();
    if (markdown === '') return;
    const bold = element.children.length > 0 && element.children.every((child) => (typeof child === 'string' ? child.trim() === '' : child.name === 'strong'));
    this.paragraphs.push({ text: textOf(element), markdown: markdown.split('\n').map(escapeStart).join('\n'), bold, ...more });
  }

  private list(element: XmlElement): void {
    // Word's footnotes come as a list at the end, each item with the id its mark points to.
    for (const item of childrenOf(element, 'li')) {
      const note = /^(?:foot|end)note-(\d+)$/.exec(item.attributes['id'] ?? '')?.[1];
      if (note === undefined) continue;
      const words = this.inline(item).replace(/\s*↑\s*/g, ' ').replace(/\s+/g, ' ').trim();
      this.paragraphs.push({ text: words, markdown: `[^${note}]: ${words}`, fixed: true });
    }
    if (childrenOf(element, 'li').some(({ attributes }) => /^(?:foot|end)note-/.test(attributes['id'] ?? ''))) return;
    const markdown = this.items(element, '');
    this.paragraphs.push({ text: textOf(element), markdown, fixed: true });
  }

  private items(list: XmlElement, indent: string): string {
    return childrenOf(list, 'li').map((item, index) => {
      const nested = item.children.filter((child): child is XmlElement => typeof child !== 'string' && (child.name === 'ul' || child.name === 'ol'));
      const own = { ...item, children: item.children.filter((child) => !nested.includes(child as XmlElement)) };
      const mark = list.name === 'ol' ? `${index + 1}. ` : '- ';
      const deeper = `${indent}${' '.repeat(mark.length)}`;
      return [`${indent}${mark}${escapeStart(this.inline(own).replace(/\s*\n\s*/g, ' ').trim())}`, ...nested.map((each) => this.items(each, deeper))].join('\n');
    }).join('\n');
  }

  private table(table: XmlElement): void {
    const rows = rowsOf(table).map((row) => row.children.filter((cell): cell is XmlElement => typeof cell !== 'string'));
    const cells = rows.map((row) => row.map((cell) => this.inline(cell).replace(/\s*\n\s*/g, ' ').trim()));
    const width = Math.max(0, ...cells.map((row) => row.length));
    if (width === 0) return;
    const merged = rows.flat().some(({ attributes }) => Number(attributes['colspan'] ?? 1) > 1 || Number(attributes['rowspan'] ?? 1) > 1);
    if (merged) this.flaws.push(flaw('PartNotImported', this.shown, `merged cells of the table that begins “${textOf(table).slice(0, 40)}”`, 'cells that stand each by itself: look through the table'));
    const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
    this.paragraphs.push({ text: textOf(table), markdown: [line(cells[0]!), line(Array.from({ length: width }, () => '---')), ...cells.slice(1).map(line)].join('\n'), fixed: true });
  }

  /** What stands in a line. */
  private inline(element: XmlElement): string {
    return element.children.map((child) => (typeof child === 'string' ? escapeInline(child.replace(/\s+/g, ' ')) : this.piece(child))).join('');
  }

  private piece(element: XmlElement): string {
    const inside = (): string => this.inline(element);
    switch (element.name) {
      case 'strong':
        return around('**', inside());
      case 'em':
        return around('*', inside());
      case 'br':
        return '\\\n';
      case 'img':
        this.flaws.push(flaw('PartNotImported', this.shown, 'a picture', 'what it shows in words, or a link to the official text'));
        return '';
      case 'a': {
        const href = element.attributes['href'] ?? '';
        const note = /^#(?:foot|end)note-(\d+)$/.exec(href)?.[1];
        if (note !== undefined) return `[^${note}]`;
        if (/^#(?:foot|end)note-ref-/.test(href)) return '';
        const words = inside();
        return /^https?:\/\/[^\s()<>]+$/.test(href) && words.trim() !== '' ? `[${words}](${href})` : words;
      }
      case 'p':
        return `${inside()}\n`;
      default:
        return inside();
    }
  }
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === 'tr' ? [child] : rowsOf(child)));
}

/** Marks around words; Markdown wants no white space inside of them. */
function around(mark: string, words: string): string {
  const trimmed = words.trim();
  if (trimmed === '') return words;
  const [before, after] = [/^\s*/.exec(words)![0], /\s*$/.exec(words)![0]];
  return `${before}${mark}${trimmed}${mark}${after}`;
}
