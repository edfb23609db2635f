/**
 * MDX → the tree of a chapter.
 *
 * MDX is read as data and never run: import, export and braces are flaws, so a pull request that edits a manual cannot bring a
 * program into the build. Sätteri parses; this file turns its tree into ours, numbers the paragraphs and says what is wrong where.
 */
import { markdownToMdast, mdxToMdast } from 'satteri';
import { slugify } from '../domain/iri.ts';
import { flaw, nearest, type Flaw, type Place } from '../flaws/flaw.ts';
import { FEATURES, UNVERIFIED } from '../markdown/text.ts';
import { COMPONENTS } from './components.ts';
import type { Align, Block, CaseReference, ChapterText, Footnote, Inline, Paragraph } from './tree.ts';

/** What we use of a node of mdast with MDX. */
interface Node {
  type: string;
  children?: Node[];
  value?: string;
  url?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  align?: (string | null)[];
  identifier?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { line: number; column: number } };
}

export interface ParseOptions {
  /** Path for flaws. */
  file: string;
  /** Line of the file on which the text begins, from 1. */
  firstLine: number;
  /** Number of the chapter; without it paragraphs are not numbered (a preface). */
  number?: number;
  /** `markdown` for the text of a law or case, where a less-than sign or a brace is itself. */
  syntax?: 'mdx' | 'markdown';
}

/** Reads the text of a chapter. */
export function parseChapter(source: string, options: ParseOptions): ChapterText & { flaws: Flaw[] } {
  const reader = new ChapterReader(options);
  let root: Node;
  try {
    root = (options.syntax === 'markdown' ? markdownToMdast : mdxToMdast)(source, { features: { ...FEATURES } }) as unknown as Node;
  } catch (error) {
    return { blocks: [], footnotes: [], anchors: new Map(), flaws: [malformed(error, options)] };
  }
  return reader.read(root);
}

/** The parser says `3:14: Expected a closing tag … (mdx-jsx:…)`. */
function malformed(error: unknown, { file, firstLine }: ParseOptions): Flaw {
  const message = error instanceof Error ? error.message : String(error);
  const { line = '1', column = '1', words = message } = /^(?<line>\d+):(?<column>\d+):\s*(?<words>.*?)(?:\s*\(mdx[^)]*\))?$/s.exec(message)?.groups ?? {};
  return flaw('MalformedMdx', { file, line: Number(line) + firstLine - 1, column: Number(column) }, words.split('\n')[0]!.replace(/\.$/, ''), 'Markdown with the components of a manual');
}

class ChapterReader {
  private readonly flaws: Flaw[] = [];
  private readonly anchors: ChapterText['anchors'] = new Map();
  private readonly definitions = new Map<string, Node>();
  private readonly footnotes: Footnote[] = [];
  private readonly footnoteNumbers = new Map<string, number>();
  private readonly ids = new Set<string>();
  private readonly options: ParseOptions;
  private count = 0;

  constructor(options: ParseOptions) {
    this.options = options;
  }

  read(root: Node): ChapterText & { flaws: Flaw[] } {
    const children = root.children ?? [];
    for (const node of children) if (node.type === 'footnoteDefinition') this.definitions.set(node.identifier!, node);
    const blocks: Block[] = [];
    let pending: { id: string; place: Place }[] = [];
    for (const node of children) {
      const anchor = this.anchorOf(node);
      if (anchor) {
        pending.push(anchor);
        continue;
      }
      const block = this.block(node, true);
      if (!block) continue;
      if (pending.length > 0) this.attach(pending, block);
      pending = [];
      blocks.push(block);
    }
    for (const { id, place } of pending) this.flaws.push(flaw('AnchorWithoutParagraph', place, `\`${id}\` at the end of the text`, 'a paragraph after it'));
    for (const [identifier, node] of this.definitions) {
      if (!this.footnoteNumbers.has(identifier)) this.flaws.push(flaw('UnusedFootnote', this.place(node), `\`[^${identifier}]:\``, `\`[^${identifier}]\` somewhere in the text`));
    }
    return { blocks, footnotes: this.footnotes, anchors: this.anchors, flaws: this.flaws };
  }

  private place(node: Node): Place {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    return { file: this.options.file, line: line + this.options.firstLine - 1, column };
  }

  private anchorOf(node: Node): { id: string; place: Place } | undefined {
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Anchor') return undefined;
    const { id } = this.attributes(node);
    return id === undefined ? undefined : { id, place: this.place(node) };
  }

  private attach(pending: readonly { id: string; place: Place }[], block: Block): void {
    for (const { id, place } of pending) {
      if (block.kind !== 'paragraph' || block.number === undefined) {
        this.flaws.push(flaw('AnchorWithoutParagraph', place, `\`${id}\` before a ${block.kind}`, 'a numbered paragraph after it'));
      } else if (this.anchors.has(id)) {
        this.flaws.push(flaw('DuplicateAnchor', place, `\`${id}\` a second time`, 'an anchor of its own'));
      } else this.anchors.set(id, { number: block.number, id: block.id!, place });
    }
  }

  /** A block; undefined for what leaves no trace (definitions) or is refused. */
  private block(node: Node, top: boolean): Block | undefined {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(this.inlines(node), top);
      case 'heading': {
        if (node.depth !== 2 && node.depth !== 3) this.flaws.push(flaw('UnexpectedContent', this.place(node), `a heading of level ${node.depth}`, 'a heading of level 2 or 3; the title is in the front matter'));
        const children = this.inlines(node);
        return { kind: 'heading', level: node.depth === 3 ? 3 : 2, id: this.idFor(children.map((child) => ('value' in child ? child.value : '')).join('')), children };
      }
      case 'list':
        return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items: (node.children ?? []).map((item) => this.blocks(item)) };
      case 'table':
        return this.table(node);
      case 'blockquote':
        return { kind: 'quote', blocks: this.blocks(node) };
      case 'mdxJsxFlowElement':
        return this.component(node, top);
      case 'footnoteDefinition':
      case 'definition':
        return undefined;
      default:
        this.refuse(node);
        return undefined;
    }
  }

  private blocks(node: Node): Block[] {
    return (node.children ?? []).flatMap((child) => this.block(child, false) ?? []);
  }

  private paragraph(children: Inline[], top: boolean): Paragraph {
    if (!top || this.options.number === undefined) return { kind: 'paragraph', children };
    this.count++;
    return { kind: 'paragraph', children, number: `${this.options.number}.${this.count}`, id: `para_${this.options.number}-${this.count}` };
  }

  private table(node: Node): Block {
    const [head, ...rows] = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => this.inlines(cell)));
    const columns = head?.length ?? 0;
    const align = Array.from({ length: columns }, (_, index): Align => (node.align?.[index] === 'right' ? 'end' : node.align?.[index] === 'center' ? 'center' : 'start'));
    return { kind: 'table', align, head: head ?? [], rows: rows.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? [])) };
  }

  private component(node: Node, top: boolean): Block | undefined {
    const name = node.name ?? '';
    const definition = this.definitionOf(node);
    if (!definition) return undefined;
    if (definition.where === 'line') {
      const inline = this.reference(node);
      return inline && this.paragraph([inline], top);
    }
    const attributes = this.attributes(node);
    if (!top) {
      this.flaws.push(flaw('UnexpectedContent', this.place(node), `\`<${name}>\` within another block`, 'text; components stand on lines of their own'));
      return undefined;
    }
    if (Object.entries(definition.attributes).some(([key, needed]) => needed && attributes[key] === undefined)) return undefined;
    const blocks = this.blocks(node);
    if (definition.holds ? !blocks.some(({ kind }) => definition.holds!.kinds.includes(kind)) : blocks.length === 0) {
      this.flaws.push(flaw('UnexpectedContent', this.place(node), `\`<${name}>\` without ${definition.holds?.words ?? 'text'}`, definition.holds?.words ?? 'text'));
    }
    const { title = '', id, alt = '' } = attributes;
    const place = this.place(node);
    switch (name) {
      case 'Checklist':
      case 'Note':
        return { kind: name === 'Note' ? 'note' : 'checklist', id: this.idFor(title), title, blocks };
      case 'StepList':
        return { kind: 'steps', blocks };
      case 'Example':
        return { kind: 'example', id: this.idFor(title), title, case: { kind: 'case', id: attributes['case']!, place }, blocks };
      case 'ModelForm':
        return { kind: 'form', id: this.idFor(id!), title, blocks };
      case 'Figure':
        return { kind: 'figure', id: this.idFor(title), title, alt, blocks };
      default:
        throw new Error(`The component ${name} is in the table of components but has no reader`);
    }
  }

  private definitionOf(node: Node) {
    const name = node.name ?? '';
    const definition = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
    if (!definition) this.flaws.push(flaw('UnknownComponent', this.place(node), `\`<${name}>\``, `one of ${Object.keys(COMPONENTS).map((known) => `\`${known}\``).join(', ')}`, nearest(name, Object.keys(COMPONENTS))));
    return definition;
  }

  /** Attributes of a component: text only, known to it, none missing. */
  private attributes(node: Node): Record<string, string> {
    const name = node.name!;
    const known = COMPONENTS[name]!.attributes;
    const found: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
        this.flaws.push(flaw('ExecutableText', this.place(node), `\`${attribute.name ?? '{…}'}\` of \`<${name}>\` in braces or without a value`, `text in quotation marks: ${attribute.name ?? 'name'}="…"`));
      } else if (!Object.hasOwn(known, attribute.name!)) {
        this.flaws.push(flaw('UnknownKey', this.place(node), `\`${attribute.name}\``, `an attribute of \`<${name}>\``, nearest(attribute.name!, Object.keys(known))));
      } else if (attribute.value.trim() !== '') found[attribute.name!] = attribute.value.replace(/\s+/g, ' ').trim();
    }
    for (const [key, needed] of Object.entries(known)) {
      if (needed && found[key] === undefined) {
        this.flaws.push(flaw(key === 'alt' ? 'MissingAlternative' : 'MissingKey', this.place(node), `\`<${name}>\` without \`${key}\``, key === 'alt' ? 'the whole of the figure in words: alt="…"' : `${key}="…"`));
      }
    }
    return found;
  }

  private reference(node: Node): Inline | undefined {
    const attributes = this.attributes(node);
    const place = this.place(node);
    const { id, to, para, provision } = attributes;
    switch (node.name) {
      case 'Article':
        return id === undefined ? undefined : { kind: 'article', id, place, ...(para === undefined ? {} : { para }) };
      case 'Case':
        return id === undefined ? undefined : ({ kind: 'case', id, place } satisfies CaseReference);
      case 'Law':
        return id === undefined ? undefined : { kind: 'law', id, place, ...(provision === undefined ? {} : { provision }) };
      default:
        return to === undefined ? undefined : { kind: 'para', to, place };
    }
  }

  private inlines(node: Node): Inline[] {
    return (node.children ?? []).flatMap((child) => this.inline(child));
  }

  private inline(node: Node): Inline[] {
    switch (node.type) {
      case 'text':
        return this.text(node);
      case 'inlineCode':
        return [{ kind: 'text', value: node.value! }];
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, children: this.inlines(node) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link': {
        const url = node.url ?? '';
        if (/^https?:\/\//.test(url)) return [{ kind: 'link', url, children: this.inlines(node) }];
        this.flaws.push(flaw('UnexpectedContent', this.place(node), `a link to \`${url}\``, 'an address that begins with https://, or one of the components Article, Law, Case, Para'));
        return this.inlines(node);
      }
      case 'footnoteReference':
        return this.footnote(node);
      case 'mdxJsxTextElement': {
        const definition = this.definitionOf(node);
        if (!definition) return [];
        if (definition.where === 'block') {
          this.flaws.push(flaw('UnexpectedContent', this.place(node), `\`<${node.name}>\` within a line`, 'the component on lines of its own, with a blank line around it'));
          return [];
        }
        const found = this.reference(node);
        return found ? [found] : [];
      }
      default:
        this.refuse(node);
        return [];
    }
  }

  private text(node: Node): Inline[] {
    const value = node.value!.replace(/\n/g, ' ');
    const missing = /\[\^([^\]\s]+)\]/.exec(value);
    if (missing) this.flaws.push(flaw('UnknownFootnote', this.place(node), `\`${missing[0]}\``, `a note \`${missing[0]}: …\` at the end of the file`));
    return value.split(UNVERIFIED).flatMap((part, index): Inline[] => [...(index === 0 ? [] : [{ kind: 'unverified' } as const]), ...(part === '' ? [] : [{ kind: 'text', value: part } as const])]);
  }

  private footnote(node: Node): Inline[] {
    const identifier = node.identifier!;
    const known = this.footnoteNumbers.get(identifier);
    if (known !== undefined) return [{ kind: 'footnote', number: known, first: false }];
    const number = this.footnoteNumbers.size + 1;
    this.footnoteNumbers.set(identifier, number);
    const definition = this.definitions.get(identifier);
    const place = this.footnotes.push({ number, paragraphs: [] }) - 1;
    this.footnotes[place]!.paragraphs = (definition?.children ?? []).flatMap((child): Inline[][] => {
      if (child.type === 'paragraph') return [this.inlines(child)];
      this.flaws.push(flaw('UnexpectedContent', this.place(child), 'a footnote with more than paragraphs', 'one or two sentences'));
      return [];
    });
    return [{ kind: 'footnote', number, first: true }];
  }

  /** Code, raw HTML, pictures: whatever a chapter may not hold. */
  private refuse(node: Node): void {
    const executable = node.type === 'mdxjsEsm' || node.type.endsWith('Expression');
    const words = (node.value ?? node.type).replace(/\s+/g, ' ').slice(0, 60);
    this.flaws.push(flaw(executable ? 'ExecutableText' : 'UnexpectedContent', this.place(node), executable && node.type !== 'mdxjsEsm' ? `\`{${words}}\`` : `\`${words}\``, 'headings, paragraphs, lists, tables, footnotes and the components of a manual'));
  }

  /** An id from words, unique in the chapter. */
  private idFor(words: string): string {
    const base = slugify(words).slice(0, 60).replace(/-+$/, '');
    let id = base;
    for (let count = 2; this.ids.has(id); count++) id = `${base}-${count}`;
    this.ids.add(id);
    return id;
  }
}
