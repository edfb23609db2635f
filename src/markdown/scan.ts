/**
 * What a linter asks of a text: its provisions, links, footnotes and what should not be there.
 *
 * The scan itself is one native pass and knows no places. A tree with places costs more, so it is made only for a text with
 * something to report: the n-th heading of the scan is the n-th heading of the tree.
 */
import { defineMdastPlugin, markdownToHtml, markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { provisionReader, type Provision } from './provisions.ts';
import { FEATURES, isInFootnote } from './text.ts';

/** Line and column in a text, from 1. */
export interface Point {
  line: number;
  column: number;
}

/** A heading as it stands in the text. */
export interface ScannedHeading {
  /** Place among all headings of the text, from 0. */
  index: number;
  text: string;
  provision: Provision;
}

export interface Scan {
  /** Headings that are provisions: all but the title. */
  headings: ScannedHeading[];
  /** Addresses of links and reference definitions, each with its place among its kind. */
  links: { kind: 'link' | 'definition'; index: number; address: string }[];
  pictures: number;
  html: number;
  /** Footnotes that have a text, those that a mark with a text points to, and marks without a text. */
  footnotes: { defined: string[]; used: ReadonlySet<string>; textless: { mark: string; point: Point }[] };
  /** A line that looks as if front matter began in the text. */
  stray?: { line: string; point: Point };
}

/** Scans a text, in the order of its parts. */
export function scanText(markdown: string): Scan {
  const read = provisionReader();
  const used = new Set<string>();
  const scan: Scan = { headings: [], links: [], pictures: 0, html: 0, footnotes: { defined: [], used, textless: [] } };
  const counts = { heading: 0, link: 0, definition: 0 };
  const visitor = defineMdastPlugin({
    name: 'scan',
    heading(node, context) {
      const index = counts.heading++;
      if ((index === 0 && node.depth === 1) || isInFootnote(node, context)) return;
      const text = context.textContent(node);
      scan.headings.push({ index, text, provision: read(text, node.depth) });
    },
    link(node) {
      scan.links.push({ kind: 'link', index: counts.link++, address: node.url });
    },
    definition(node) {
      scan.links.push({ kind: 'definition', index: counts.definition++, address: node.url });
    },
    image: () => void scan.pictures++,
    html: () => void scan.html++,
    footnoteDefinition: (node) => void scan.footnotes.defined.push(node.identifier),
    footnoteReference: (node) => void used.add(node.identifier),
  });
  markdownToHtml(markdown, { features: FEATURES, mdastPlugins: [visitor] });
  scan.footnotes.textless = textlessMarks(markdown, new Set(scan.footnotes.defined.map((name) => name.toLowerCase())));
  const stray = /^---+[ \t]*[A-Za-z]+[ \t]*$/m.exec(markdown);
  if (stray) scan.stray = { line: stray[0].trim(), point: pointOf(markdown, stray.index) };
  return scan;
}

/** Marks without a note are plain text to Markdown, so they are looked for in the source, line by line. */
function textlessMarks(markdown: string, defined: ReadonlySet<string>): { mark: string; point: Point }[] {
  if (!markdown.includes('[^')) return [];
  const found: { mark: string; point: Point }[] = [];
  markdown.split('\n').forEach((text, index) => {
    if (!text.includes('[^')) return;
    let code = false;
    for (const { 0: piece, index: column, groups } of text.matchAll(/\\.|`|\[\^(?<name>[^\]\s[]+)\]/gu)) {
      if (piece === '`') code = !code;
      else if (!code && groups?.['name'] !== undefined && !defined.has(groups['name'].toLowerCase())) found.push({ mark: piece, point: { line: index + 1, column: column + 1 } });
    }
  });
  return found;
}

/** Line and column of a place in a text. */
export function pointOf(text: string, index: number): Point {
  const before = text.slice(0, index);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: index - start + 1 };
}

type Kind = 'heading' | 'link' | 'definition' | 'image' | 'html' | 'footnoteDefinition';

/** Where the parts of a text stand: a function from kind and place among its kind to line and column. */
export function locate(markdown: string): (kind: Kind, index: number) => Point {
  const points = new Map<string, Point[]>();
  visit(markdownToMdast(markdown, { features: FEATURES }), (node) => {
    const { start } = node.position ?? { start: { line: 1, column: 1 } };
    const list = points.get(node.type);
    if (list) list.push(start);
    else points.set(node.type, [start]);
  });
  return (kind, index) => points.get(kind)?.[index] ?? { line: 1, column: 1 };
}
