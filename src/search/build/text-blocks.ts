/**
 * Rendered text → provisions with blocks: the units that are found, weighed and shown. A block is a few sentences of one provision.
 */
import type { RenderedText } from '../../markdown/text.ts';

/** A provision, or what stands before the first (with an empty eId), and its text in blocks. */
export interface ProvisionText {
  eid: string;
  label: string;
  heading: string;
  blocks: string[];
}

/** A block is closed when it is this long; measured in code units, so a block of Chinese says more: it is closed earlier. */
const LONG_ENOUGH = 420;
const HAN_WEIGHT = 2.5;
/** A longer paragraph is cut at the end of a sentence. */
const TOO_LONG = 900;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g;
const INLINE = new Set(['a', 'b', 'i', 'em', 'strong', 'span', 'code', 'sup', 'sub', 'del', 's', 'u', 'small', 'mark', 'bdi', 'input']);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Takes a rendered text apart.
 *
 * HTML in:  `<h2 id="sec_5" class="provision"><a class="num">s. 5</a> Scope</h2><p>This Act applies …</p>`
 * Out:      `{ eid: 'sec_5', label: 's. 5', heading: 'Scope', blocks: ['This Act applies …'] }`
 */
export function textBlocks({ html, provisions }: RenderedText): ProvisionText[] {
  const result: ProvisionText[] = [{ eid: '', label: '', heading: '', blocks: [] }];
  let next = 0;
  let open = '';
  let paragraph = '';
  let inHeading = false;
  let position = 0;
  const endParagraph = (): void => {
    const text = decode(paragraph).replace(/\s+/g, ' ').trim();
    paragraph = '';
    if (text === '') return;
    for (const part of cut(text)) {
      open = open === '' ? part : `${open}\n${part}`;
      if (weight(open) >= LONG_ENOUGH) endBlock();
    }
  };
  const endBlock = (): void => {
    if (open !== '') result.at(-1)!.blocks.push(open);
    open = '';
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    if (!inHeading) paragraph += html.slice(position, tag.index);
    position = tag.index + tag[0].length;
    const [, close, name] = tag as unknown as [string, string, string];
    if (INLINE.has(name)) continue;
    if (/^h[1-6]$/.test(name)) {
      endParagraph();
      if (close) {
        inHeading = false;
        continue;
      }
      endBlock();
      inHeading = true;
      const provision = provisions[next];
      if (provision && tag[3]!.includes(`id="${provision.eid}"`)) {
        next++;
        result.push({ eid: provision.eid, label: provision.label, heading: provision.heading, blocks: [] });
      }
      continue;
    }
    endParagraph();
  }
  paragraph += html.slice(position);
  endParagraph();
  endBlock();
  return result;
}

function weight(text: string): number {
  return text.charCodeAt(text.length >> 1) > 0x3000 ? text.length * HAN_WEIGHT : text.length;
}

/** Cuts a long paragraph after sentences. */
function cut(text: string): string[] {
  if (weight(text) <= TOO_LONG) return [text];
  const parts: string[] = [];
  let part = '';
  for (const sentence of text.split(/(?<=[.;:!?؛。；：！？]\s?)(?=\S)/u)) {
    part += sentence;
    if (weight(part) < LONG_ENOUGH) continue;
    parts.push(part.trim());
    part = '';
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

function decode(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}
