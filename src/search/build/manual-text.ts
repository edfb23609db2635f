/** A chapter of a manual → provisions with blocks: its sections, numbered paragraphs, checklists and forms. */
import { eidToNumber, parseCitation } from '../../domain/citation.ts';
import type { Block, ChapterText, Inline } from '../../manuals/tree.ts';
import type { ProvisionText } from './text-blocks.ts';

/** Takes a chapter apart. A numbered paragraph is a provision of its own, under the heading it stands below. */
export function manualText({ blocks, footnotes }: ChapterText): ProvisionText[] {
  const result: ProvisionText[] = [{ eid: '', label: '', heading: '', blocks: [] }];
  let section = '';
  for (const block of blocks) {
    if (block.kind === 'heading') {
      section = wordsOf(block.children);
      result.push({ eid: block.id, label: '', heading: section, blocks: [] });
    } else if (block.kind === 'paragraph' && block.id !== undefined) {
      result.push({ eid: block.id, label: block.number!, heading: section, blocks: [wordsOf(block.children)] });
    } else if ('title' in block) {
      result.push({ eid: block.id, label: '', heading: block.title, blocks: textsOf(block) });
    } else result.at(-1)!.blocks.push(...textsOf(block));
  }
  for (const { paragraphs } of footnotes) result.at(-1)!.blocks.push(paragraphs.map(wordsOf).join('\n'));
  return result;
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOf(block.children)];
    case 'list':
      return [block.items.map((item) => item.flatMap(textsOf).join('\n')).join('\n')];
    case 'table':
      return [[block.head, ...block.rows].map((row) => row.map(wordsOf).join(' ')).join('\n')];
    default:
      return block.blocks.flatMap(textsOf);
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return wordsOf(inline.children);
      if (inline.kind === 'text') return inline.value;
      if (inline.kind === 'break') return ' ';
      if (inline.kind !== 'article') return '';
      const { work, eid } = parseCitation(inline.id) ?? { work: inline.id };
      return `${work.toUpperCase()}${eid ? ` ${eidToNumber(eid)}` : ''}${inline.para ? `(${inline.para})` : ''}`;
    })
    .join('');
}
