/**
 * The text of an Akoma Ntoso 3.0 document → Markdown: divisions, sections and articles become headings, subsections bold numbers,
 * what is below them nested lists, notes footnotes. Words are kept as they are; white space between them is made single.
 */
import { isEid, parseProvisionHeading } from '../domain/eid.ts';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { escapeInline, escapeStart } from './escape.ts';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

/** Elements (or names of hcontainers) that become headings, with the word set before a bare number. */
const HEADED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  book: { eng: 'Book', fra: 'Livre', spa: 'Libro' },
  title: { eng: 'Title', fra: 'Titre', spa: 'Título' },
  part: { eng: 'Part', fra: 'Partie', spa: 'Parte' },
  subpart: { eng: 'Part' },
  chapter: { eng: 'Chapter', fra: 'Chapitre', spa: 'Capítulo', rus: 'Глава' },
  subchapter: { eng: 'Chapter', fra: 'Chapitre', spa: 'Capítulo' },
  division: { eng: 'Division' },
  subdivision: { eng: 'Subdivision' },
  section: { eng: 'Section' },
  article: { eng: 'Article', spa: 'Artículo', rus: 'Статья', nld: 'Artikel', deu: 'Artikel', ara: 'المادة' },
  rule: { eng: 'Rule' },
  regulation: { eng: 'Regulation' },
  schedule: { eng: 'Schedule', fra: 'Annexe', spa: 'Anexo' },
  crossheading: {},
};
const LISTS = new Set(['paragraph', 'subparagraph', 'point', 'item', 'indent', 'alinea', 'clause', 'subclause', 'subrule', 'level', 'sublist', 'transitional']);
const CONTAINERS = new Set([
  'body', 'mainBody', 'content', 'intro', 'wrapUp', 'preface', 'preamble', 'conclusions', 'container', 'longTitle', 'formula', 'recitals', 'recital', 'citations', 'citation', 'blockList', 'list', 'tblock', 'blockContainer', 'hcontainer',
  'doc', 'act', 'bill', 'portion', 'portionBody', 'proviso', 'step', 'embeddedStructure', 'quotedStructure', 'hierarchy', 'ul', 'ol', 'div', 'interstitial',
]);
const PARAGRAPHS = new Set(['p', 'block', 'listIntroduction', 'listWrapUp', 'heading', 'subheading', 'num', 'li', 'docTitle', 'shortTitle', 'docNumber', 'docDate', 'docStage', 'docProponent', 'longTitle', 'crossHeading']);
const SILENT = new Set(['meta', 'toc', 'staticContent', 'coverPage']);
/** Elements that carry no text, or whose text is an editor's apparatus: left out, and reported. */
const LEFT_OUT = new Set(['img', 'foreign', 'noteRef', 'math', 'svg', 'object']);

/** Converts the text of one document; see {@link akomaToMarkdown}. */
class Conversion {
  readonly footnotes: string[] = [];
  readonly leftOut = new Map<string, { element: XmlElement; count: number }>();
  private readonly language: string;

  constructor(language: string) {
    this.language = language;
  }

  /** Blocks of the children of an element, each a string of one or more lines. */
  blocks(element: XmlElement, depth: number): string[] {
    const blocks: string[] = [];
    let line: (XmlElement | string)[] = [];
    const endLine = (): void => {
      const text = this.inline(line);
      if (text !== '') blocks.push(escapeStart(text));
      line = [];
    };
    for (const child of element.children) {
      if (typeof child === 'string' || isInline(child)) {
        line.push(child);
        continue;
      }
      endLine();
      blocks.push(...this.block(child, depth));
    }
    endLine();
    return blocks;
  }

  private block(element: XmlElement, depth: number): string[] {
    const { name, attributes } = element;
    const unit = name === 'hcontainer' ? (attributes['name'] ?? '') : name;
    if (SILENT.has(name)) return [];
    if (name === 'attachments' || name === 'components' || name === 'component') return this.blocks(element, depth);
    if (name === 'attachment') return this.attachment(element, depth);
    if (name === 'table') return this.table(element);
    if (Object.hasOwn(HEADED, unit)) return this.headed(element, unit, depth);
    if (LISTS.has(unit)) return this.item(element, '- ', depth);
    if (unit === 'subsection') return this.item(element, '', depth);
    if (PARAGRAPHS.has(name) && !hasBlocks(element)) {
      const text = this.inline(element.children);
      return text === '' ? [] : [escapeStart(text)];
    }
    if (!CONTAINERS.has(name) && !PARAGRAPHS.has(name)) this.leave(element);
    return this.blocks(element, depth);
  }

  /** A division, section or article: its heading, and what is in it one level down. */
  private headed(element: XmlElement, unit: string, depth: number): string[] {
    const number = textOf(childrenOf(element, 'num')[0]);
    const heading = [...childrenOf(element, 'heading'), ...childrenOf(element, 'subheading')].map((child) => this.inline(child.children)).filter((text) => text !== '').join(' — ');
    const label = number === '' || parseProvisionHeading(number) ? number : `${HEADED[unit]![this.language] ?? HEADED[unit]!['eng'] ?? ''} ${number.replace(/\.$/, '')}`.trim();
    const words = [escapeInline(label), heading].filter((text) => text !== '').join(' — ');
    const rest = { ...element, children: element.children.filter((child) => typeof child === 'string' || !['num', 'heading', 'subheading'].includes(child.name)) };
    return [...(words === '' ? [] : [this.heading(words, element, depth)]), ...this.blocks(rest, depth + 1)];
  }

  private attachment(element: XmlElement, depth: number): string[] {
    const words = [...childrenOf(element, 'heading'), ...childrenOf(element, 'subheading')].map((child) => this.inline(child.children)).filter((text) => text !== '').join(' — ');
    const rest = { ...element, children: element.children.filter((child) => typeof child === 'string' || !['num', 'heading', 'subheading'].includes(child.name)) };
    return [this.heading(words || HEADED['schedule']![this.language] || 'Schedule', element, depth), ...this.blocks(rest, depth + 1)];
  }

  /** A heading, with the document's own eId where its words would give another. */
  private heading(words: string, { attributes }: XmlElement, depth: number): string {
    const own = attributes['eId']?.split('__').at(-1);
    const plain = words.replace(/\\(.)/g, '$1').replaceAll('*', '');
    const id = own !== undefined && isEid(own) && !own.startsWith('hcontainer') && parseProvisionHeading(plain)?.eid !== own.toLowerCase() ? ` {#${own}}` : '';
    return `${'#'.repeat(Math.min(6, depth))} ${words}${id}`;
  }

  /** A numbered unit below a section: its number and first words in one line, the rest indented below a list's mark. */
  private item(element: XmlElement, mark: string, depth: number): string[] {
    const number = escapeInline(textOf(childrenOf(element, 'num')[0]));
    const rest = { ...element, children: element.children.filter((child) => typeof child === 'string' || child.name !== 'num') };
    const [first = '', ...others] = this.blocks(rest, depth);
    const label = mark === '' && number !== '' ? `**${number}**` : number;
    // A unit that begins with a list or table has its number on a line of its own.
    const together = first === '' || /^(?:[-|#]|\*\*)/.test(first) ? [label, ...(first === '' ? [] : [first])] : [[label, first].filter((text) => text !== '').join(' ')];
    const blocks = [...together, ...others].filter((text) => text !== '');
    if (mark === '' || blocks.length === 0) return blocks;
    return [`${mark}${blocks.map((text, index) => (index === 0 ? escapeStart(text) : text).replaceAll('\n', '\n  ')).join('\n\n  ')}`];
  }

  private table(element: XmlElement): string[] {
    const rows = allRows(element).map((row) => row.children.filter((cell): cell is XmlElement => typeof cell !== 'string').map((cell) => this.blocks(cell, 6).join(' ').replace(/\n\s*/g, ' ').replaceAll('|', '\\|').replaceAll('\\\\|', '\\|')));
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return [];
    const line = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
    return [[line(rows[0]!), line(Array.from({ length: width }, () => '---')), ...rows.slice(1).map(line)].join('\n')];
  }

  /** Words of a line, with their emphasis, links and notes. */
  private inline(nodes: readonly (XmlElement | string)[]): string {
    return nodes.map((node) => (typeof node === 'string' ? escapeInline(node.replace(/\s+/g, ' ')) : this.inlineElement(node))).join('').replace(/ {2,}/g, ' ').trim();
  }

  private inlineElement(element: XmlElement): string {
    const { name, attributes, children } = element;
    if (LEFT_OUT.has(name)) {
      this.leave(element);
      return '';
    }
    if (name === 'br' || name === 'eol') return ' ';
    if (name === 'authorialNote') {
      const number = this.footnotes.push('');
      this.footnotes[number - 1] = `[^${number}]: ${this.blocks(element, 6).join('\n\n    ')}`;
      return `[^${number}]`;
    }
    const inside = children.map((child) => (typeof child === 'string' ? escapeInline(child.replace(/\s+/g, ' ')) : this.inlineElement(child))).join('');
    const words = inside.trim();
    const around = (text: string): string => `${inside.startsWith(' ') ? ' ' : ''}${text}${inside.endsWith(' ') && words !== '' ? ' ' : ''}`;
    if (words === '') return inside;
    if (name === 'b' || name === 'strong') return around(`**${words}**`);
    if (name === 'i' || name === 'em') return around(`*${words}*`);
    const address = attributes['href'] ?? '';
    if ((name === 'ref' || name === 'a') && /^https?:\/\/[^\s()<>]+$/.test(address)) return around(`[${words}](${address})`);
    return inside;
  }

  private leave(element: XmlElement): void {
    const known = this.leftOut.get(element.name);
    if (known) known.count++;
    else this.leftOut.set(element.name, { element, count: 1 });
  }
}

/**
 * Converts the text of a document.
 *
 * @param container the element within `akomaNtoso`: act, bill, doc …
 * @param language ISO 639-3, for the words before bare numbers
 */
export function akomaToMarkdown(container: XmlElement, title: string, language: string): { markdown: string; flaws: Flaw[] } {
  const conversion = new Conversion(language);
  const blocks = [`# ${escapeInline(title)}`, ...conversion.blocks(container, 2), ...conversion.footnotes];
  const flaws = [...conversion.leftOut.values()].map(({ element, count }) => flaw('PartNotImported', element.place, `\`<${element.name}>\`${count > 1 ? `, ${count} times` : ''}`, 'text'));
  return { markdown: `${blocks.join('\n\n')}\n`, flaws };
}

function isInline({ name }: XmlElement): boolean {
  return !CONTAINERS.has(name) && !PARAGRAPHS.has(name) && !LISTS.has(name) && !SILENT.has(name) && !Object.hasOwn(HEADED, name) && !['subsection', 'table', 'attachments', 'attachment', 'components', 'component'].includes(name);
}

function hasBlocks(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && !isInline(child));
}

function allRows(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : child.name === 'tr' ? [child] : allRows(child)));
}
