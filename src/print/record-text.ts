/**
 * The text of a law or case → Typst markup, every word as the record has it: no quotation mark is turned and nothing is refused.
 * What a page shows as text (HTML, code, pictures by their words) is text here too.
 */
import { markdownToMdast } from 'satteri';
import { typstString } from '../manuals/typst.ts';
import { provisionReader } from '../markdown/provisions.ts';
import { FEATURES, UNVERIFIED } from '../markdown/text.ts';

/** What we use of a node of mdast. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  alt?: string | null;
  url?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  align?: (string | null)[];
  identifier?: string;
}

export interface RecordTextOptions {
  /** Words for the mark `[unverified]`. */
  unverified: string;
  /** Typst content to set after the heading of a provision. */
  after?: (eid: string) => string;
}

/** Writes the text of a record, without its first title: the head of the page has it. */
export function recordText(markdown: string, options: RecordTextOptions): string {
  const root = markdownToMdast(markdown, { features: { ...FEATURES } }) as unknown as Node;
  return new RecordWriter(root, options).blocks(root.children ?? []);
}

/** Text → content that is that text, to the letter. */
export function verbatim(text: string): string {
  return text === '' ? '' : `#${typstString(text)};`;
}

class RecordWriter {
  private readonly notes = new Map<string, Node>();
  private readonly noteNumbers = new Map<string, number>();
  private readonly read = provisionReader();
  private readonly levels: number[] = [];
  private readonly options: RecordTextOptions;
  private titleSeen = false;

  constructor(root: Node, options: RecordTextOptions) {
    this.options = options;
    for (const node of root.children ?? []) if (node.type === 'footnoteDefinition') this.notes.set(node.identifier!, node);
  }

  blocks(nodes: readonly Node[]): string {
    return nodes.map((node) => this.block(node)).filter((block) => block !== '').join('\n\n');
  }

  private block(node: Node): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'heading':
        return this.heading(node);
      case 'paragraph':
        return `#par[${this.inlines(children)}]`;
      case 'list': {
        const start = node.ordered && (node.start ?? 1) !== 1 ? `start: ${node.start}, ` : '';
        return `#${node.ordered ? 'enum' : 'list'}(${start}${children.map((item) => `[${this.item(item)}]`).join(', ')})`;
      }
      case 'table':
        return this.table(node);
      case 'blockquote':
        return `#quote(block: true)[${this.blocks(children)}]`;
      case 'code':
        return `#par[${node.value!.split('\n').map(verbatim).join('#linebreak()')}]`;
      case 'html':
        return `#par[${this.text(node.value!)}]`;
      case 'thematicBreak':
      case 'definition':
      case 'footnoteDefinition':
        return '';
      default:
        return children.length > 0 ? this.blocks(children) : '';
    }
  }

  /** Levels are closed up, as on the page: none is skipped. */
  private heading(node: Node): string {
    if (!this.titleSeen && node.depth === 1) {
      this.titleSeen = true;
      return '';
    }
    this.titleSeen = true;
    const { eid, label, heading } = this.read(plain(node), node.depth!);
    while (this.levels.length > 0 && this.levels.at(-1)! >= node.depth!) this.levels.pop();
    this.levels.push(node.depth!);
    if (label === '' && heading === '') return '';
    const note = this.options.after?.(eid) ?? '';
    return `#provision(${Math.min(6, this.levels.length + 1)}, ${label === '' ? 'none' : typstString(label)}, ${typstString(heading)})${note === '' ? '' : `\n${note}`}`;
  }

  private item(item: Node): string {
    const [first, ...rest] = item.children ?? [];
    if (first?.type !== 'paragraph') return this.blocks(item.children ?? []);
    return this.inlines(first.children ?? []) + (rest.length > 0 ? `\n\n${this.blocks(rest)}` : '');
  }

  private table(node: Node): string {
    const rows = (node.children ?? []).map((row) => row.children ?? []);
    const [head = [], ...body] = rows;
    // Columns share the width by the length of their texts.
    const widths = head.map((_, column) => Math.max(4, 2 * Math.sqrt(rows.reduce((sum, row) => sum + plain(row[column] ?? { type: 'text' }).length, 0) / rows.length)).toFixed(2));
    const cells = (row: readonly Node[]): string => head.map((_, column) => `[${this.inlines(row[column]?.children ?? [])}]`).join(', ');
    const align = head.map((_, column) => ({ right: 'end', center: 'center' })[node.align?.[column] ?? ''] ?? 'start');
    return `#ruled(short: ${body.length <= 8}, columns: (${widths.map((width) => `${width}fr`).join(', ')},), align: (${align.join(', ')},), table.header(${cells(head)})${body.map((row) => `, ${cells(row)}`).join('')})`;
  }

  private inlines(nodes: readonly Node[]): string {
    return nodes.map((node) => this.inline(node)).join('');
  }

  private inline(node: Node): string {
    const children = node.children ?? [];
    switch (node.type) {
      case 'text':
        return this.text(node.value!.replace(/\n/g, ' '));
      case 'html':
      case 'inlineCode':
        return this.text(node.value!);
      case 'break':
        return '#linebreak()';
      case 'emphasis':
        return `#emph[${this.inlines(children)}]`;
      case 'strong':
        return `#strong[${this.inlines(children)}]`;
      case 'delete':
        return `#strike[${this.inlines(children)}]`;
      case 'link':
        return /^(?:https?:\/\/|mailto:)/i.test(node.url ?? '') ? `#link(${typstString(node.url!)})[${this.inlines(children)}]` : this.inlines(children);
      case 'image':
        return verbatim(node.alt ?? '');
      case 'footnoteReference':
        return this.footnote(node.identifier!);
      default:
        return this.inlines(children);
    }
  }

  private text(value: string): string {
    return value.split(UNVERIFIED).map(verbatim).join(`#unverified(${typstString(this.options.unverified)})`);
  }

  private footnote(identifier: string): string {
    const known = this.noteNumbers.get(identifier);
    if (known !== undefined) return `#footnote(label("fn-${known}"))`;
    const number = this.noteNumbers.size + 1;
    this.noteNumbers.set(identifier, number);
    const paragraphs = (this.notes.get(identifier)?.children ?? []).map(({ children = [] }) => this.inlines(children));
    return `#[#footnote[${paragraphs.join(' #parbreak() ')}]#label("fn-${number}")]`;
  }
}

/** Words of a node without marks. */
function plain(node: Node): string {
  if (node.children) return node.children.map(plain).join('');
  return (node.value ?? node.alt ?? '').replace(/\n/g, ' ');
}
