/**
 * The one way from Markdown to HTML, for the site, the linter, search and print.
 *
 * Parser and serializer are Sätteri's (native); what is ours are the visitors between them. Measured on the 6,260 laws of
 * the test corpora: 1.3 s this way; parser native but the tree handed to JavaScript, remark and rehype plugins and
 * hast-util-to-html: about five times as long. Legal text is never touched: no smart punctuation, no rewriting.
 */
import { defineMdastPlugin, markdownToHtml, type Features, type MdastNode } from 'satteri';
import { provisionReader, type Provision } from './provisions.ts';

export type { Provision } from './provisions.ts';

export interface TextOptions {
  /** Words for the mark `[unverified]` in the language of the page. */
  unverified?: string;
  /** Turns the address of a link into one of the site: `untoc#art_16` → `/en/laws/…/art_16/`. Undefined leaves it as it is. */
  resolve?: (address: string) => string | undefined;
  /** HTML to set after the heading of a provision: notes in the margin. */
  after?: (provision: Provision) => string;
  /** Drop the first `#` title: the page prints the title itself. */
  dropTitle?: boolean;
}

export interface RenderedText {
  html: string;
  provisions: Provision[];
}

/** The mark editors write after a statement that no source seen bears out. */
export const UNVERIFIED = '[unverified]';

/** A longer number does not fit the margin and stands above its heading. */
const LONGEST_HUNG_LABEL = 12;

/** Addresses a link may have; everything else (`javascript:`, `data:`) is shown as text. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|[#/.]|[^:]*$)/i;

/** Features are fixed here so that every reader of Markdown sees the same tree. */
export const FEATURES: Features = { gfm: true, frontmatter: false, smartPunctuation: false, headingAttributes: false };

/**
 * Renders a text.
 *
 * Markdown in:  `## s. 5. Scope`
 * HTML out:     `<h3 id="sec_5" class="provision"><a class="num" href="#sec_5">s. 5</a> Scope</h3>`
 *
 * Headings are moved down so that the page's own title is the only first level. Raw HTML in a record is shown as text, never run.
 */
export function renderText(markdown: string, options: TextOptions = {}): RenderedText {
  const provisions: Provision[] = [];
  const read = provisionReader();
  let titleSeen = !options.dropTitle;
  // Levels are closed up: a text whose first heading is #### after the title begins with <h2>, and none is skipped.
  const levels: number[] = [];
  const headings = defineMdastPlugin({
    name: 'provisions',
    heading(node, context) {
      if (!titleSeen && node.depth === 1) {
        titleSeen = true;
        context.removeNode(node);
        return;
      }
      titleSeen = true;
      const text = context.textContent(node);
      const provision = read(text, node.depth);
      provisions.push(provision);
      while (levels.length > 0 && levels.at(-1)! >= node.depth) levels.pop();
      levels.push(node.depth);
      const level = Math.min(6, levels.length + 1);
      context.replaceNode(node, {
        type: 'heading',
        depth: level as 1,
        children: headingChildren(provision),
        data: { hProperties: { id: provision.eid, ...(provision.label ? { className: ['provision'] } : {}) } },
      } as MdastNode);
    },
    html(node, context) {
      const text: MdastNode = { type: 'text', value: node.value };
      const parent = context.parent(node)?.type;
      return parent === 'paragraph' || parent === 'heading' || parent === 'tableCell' ? text : { type: 'paragraph', children: [text] };
    },
    text(node, context) {
      if (!node.value.includes(UNVERIFIED)) return;
      const mark = options.unverified ?? 'unverified';
      const nodes = node.value.split(UNVERIFIED).flatMap((part, index): MdastNode[] => [
        ...(index === 0 ? [] : [span('unverified', mark)]),
        ...(part === '' ? [] : [{ type: 'text', value: part } as MdastNode]),
      ]);
      context.replaceNode(node, nodes);
    },
    link(node, context) {
      const url = options.resolve?.(node.url) ?? node.url;
      if (!SAFE_ADDRESS.test(url)) context.replaceNode(node, [...node.children]);
      else if (url !== node.url) context.setProperty(node, 'url', url);
    },
    image(node, context) {
      // Records carry no pictures; an address outside the library would be a request to another host.
      context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
    },
  });
  const { html } = markdownToHtml(markdown, { features: FEATURES, mdastPlugins: [headings] });
  return { html: options.after ? insertAfterHeadings(html, provisions, options.after) : html, provisions };
}

/** Headings stand in the HTML in the order of the provisions, each with its id first. */
function insertAfterHeadings(html: string, provisions: readonly Provision[], after: (provision: Provision) => string): string {
  let output = '';
  let position = 0;
  for (const provision of provisions) {
    const note = after(provision);
    if (note === '') continue;
    const start = html.indexOf(` id="${provision.eid}"`, position);
    const end = html.indexOf('</h', start) + '</h1>'.length;
    output += html.slice(position, end) + note;
    position = end;
  }
  return output + html.slice(position);
}

function headingChildren(provision: Provision): MdastNode[] {
  const words: MdastNode[] = provision.heading === '' ? [] : [{ type: 'text', value: provision.heading }];
  if (provision.label === '') return words;
  const link = {
    type: 'link',
    url: `#${provision.eid}`,
    children: [{ type: 'text', value: provision.label }],
    data: { hProperties: { className: provision.label.length > LONGEST_HUNG_LABEL ? ['num', 'long'] : ['num'] } },
  } as MdastNode;
  return words.length === 0 ? [link] : [link, { type: 'text', value: ' ' }, ...words];
}

function span(className: string, text: string): MdastNode {
  return { type: 'emphasis', children: [{ type: 'text', value: text }], data: { hName: 'span', hProperties: { className: [className] } } } as MdastNode;
}

/** Reads the provisions of a text without rendering it. */
export function readProvisions(markdown: string): Provision[] {
  return renderText(markdown, { dropTitle: true }).provisions;
}
