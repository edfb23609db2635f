/**
 * The one way from Markdown to HTML, for the site, the linter, search and print.
 *
 * Parser and serializer are Sätteri's (native); what is ours are the visitors between them. Measured on the 6,260 laws of
 * the test corpora: 1.3 s this way; parser native but the tree handed to JavaScript, remark and rehype plugins and
 * hast-util-to-html: about five times as long. Legal text is never touched: no smart punctuation, no rewriting.
 */
import { defineMdastPlugin, markdownToHtml, type Features, type MarkdownToHtmlResult, type MdastNode, type MdastPluginDefinition, type MdastVisitorContext } from 'satteri';
import { direction, htmlLang, isLanguage } from '../domain/language.ts';
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

/** Address of a link that is none: `[引渡法](lang:zho)` says which language words are in. */
export const LANGUAGE_MARK = 'lang:';

/** A longer number does not fit the margin and stands above its heading. */
const LONGEST_HUNG_LABEL = 12;

/** Addresses a link may have; everything else (`javascript:`, `data:`) is shown as text. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|[#/.]|[^:]*$)/i;

/** What every link has, as Markdown or bare (GFM): a bracket, an address, or the sign of a mailbox. */
const LINK_SIGNS = /[[<@]|https?:|www\./i;

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
  let title = false;
  const headings: MdastPluginDefinition = {
    name: 'provisions',
    heading(node, context) {
      if (isInFootnote(node, context)) return { type: 'paragraph', children: [...node.children] } as MdastNode;
      if (options.dropTitle && !title && provisions.length === 0 && node.depth === 1) title = true;
      else provisions.push(read(context.textContent(node), node.depth));
      return undefined;
    },
  };
  // A visitor that is never called costs as much as one that is: each of these is asked for only where its sign stands in the text.
  if (markdown.includes('<')) {
    headings.html = (node, context) => {
      const text: MdastNode = { type: 'text', value: node.value };
      const parent = context.parent(node)?.type;
      return parent === 'paragraph' || parent === 'heading' || parent === 'tableCell' ? text : { type: 'paragraph', children: [text] };
    };
  }
  if (markdown.includes(UNVERIFIED)) {
    headings.text = (node, context) => {
      if (!node.value.includes(UNVERIFIED)) return;
      const mark = options.unverified ?? 'unverified';
      const nodes = node.value.split(UNVERIFIED).flatMap((part, index): MdastNode[] => [
        ...(index === 0 ? [] : [span('unverified', mark)]),
        ...(part === '' ? [] : [{ type: 'text', value: part } as MdastNode]),
      ]);
      context.replaceNode(node, nodes);
    };
  }
  if (LINK_SIGNS.test(markdown)) {
    headings.link = (node, context) => {
      const words = marked(node.url);
      if (words) {
        context.replaceNode(node, { type: 'emphasis', children: [...node.children], data: { hName: 'span', hProperties: words } } as MdastNode);
        return;
      }
      const url = options.resolve?.(node.url) ?? node.url;
      if (!SAFE_ADDRESS.test(url)) context.replaceNode(node, [...node.children]);
      else if (url !== node.url) context.setProperty(node, 'url', url);
    };
  }
  if (markdown.includes('![')) {
    headings.image = (node, context) => {
      // Records carry no pictures; an address outside the library would be a request to another host.
      context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
    };
  }
  const { html } = markdownToHtml(markdown, { features: FEATURES, mdastPlugins: [defineMdastPlugin(headings)] }) as MarkdownToHtmlResult; // no visitor is asynchronous
  return { html: setHeadings(title ? withoutTitle(html) : html, provisions, options.after), provisions };
}

/** Notes stand after the text, where their headings would come out of order; and a note has no provisions. */
export function isInFootnote(node: Readonly<MdastNode>, context: MdastVisitorContext): boolean {
  let parent = context.parent(node);
  while (parent && parent.type !== 'root' && parent.type !== 'footnoteDefinition') parent = context.parent(parent);
  return parent?.type === 'footnoteDefinition';
}

/**
 * Puts the headings of provisions in the place of the plain ones: they stand in the HTML in the order of the provisions.
 * Changing the tree instead costs as much again as parsing it.
 */
function setHeadings(html: string, provisions: readonly Provision[], after: TextOptions['after']): string {
  let output = '';
  let position = 0;
  // Levels are closed up: a text whose first heading is #### after the title begins with <h2>, and none is skipped.
  const levels: number[] = [];
  for (const provision of provisions) {
    const start = html.indexOf(`<h${provision.depth}>`, position);
    const end = html.indexOf(`</h${provision.depth}>`, start) + '</h1>'.length;
    if (start === -1) throw new Error(`The heading "${provision.label} ${provision.heading}" is lost in the HTML: what Sätteri writes has changed, and markdown/text.ts must follow.`);
    output += html.slice(position, start);
    position = end;
    while (levels.length > 0 && levels.at(-1)! >= provision.depth) levels.pop();
    levels.push(provision.depth);
    output += headingHtml(provision, Math.min(6, levels.length + 1)) + (after?.(provision) ?? '');
  }
  return output + html.slice(position);
}

function withoutTitle(html: string): string {
  const start = html.indexOf('<h1>');
  return html.slice(0, start) + html.slice(html.indexOf('</h1>', start) + '</h1>'.length).replace(/^\n/, '');
}

function headingHtml({ eid, label, heading }: Provision, level: number): string {
  const words = escapeText(heading);
  if (label === '') return `<h${level} id="${eid}">${words}</h${level}>`;
  const link = `<a href="#${eid}" class="num${label.length > LONGEST_HUNG_LABEL ? ' long' : ''}">${escapeText(label)}</a>`;
  return `<h${level} id="${eid}" class="provision">${link}${words === '' ? '' : ` ${words}`}</h${level}>`;
}

/** As Sätteri escapes text between tags. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Attributes of words in another language, from the address of their mark. */
function marked(address: string): { lang: string; dir: string } | undefined {
  if (!address.startsWith(LANGUAGE_MARK)) return undefined;
  const language = address.slice(LANGUAGE_MARK.length);
  return isLanguage(language) ? { lang: htmlLang(language), dir: direction(language) } : undefined;
}

function span(className: string, text: string): MdastNode {
  return { type: 'emphasis', children: [{ type: 'text', value: text }], data: { hName: 'span', hProperties: { className: [className] } } } as MdastNode;
}

/** Reads the provisions of a text without rendering it. */
export function readProvisions(markdown: string): Provision[] {
  return renderText(markdown, { dropTitle: true }).provisions;
}
