/**
 * Paragraphs of a text that was not written for the library → Markdown with headings proposed: where a paragraph begins as drafters begin a
 * provision ("Section 3. Offences", "第三条", "المادة 3"), it becomes a heading with an eId. An editor looks through what is proposed.
 */
import { isEid, parseProvisionHeading } from '../domain/eid.ts';
import { provisionReader, type Provision } from '../markdown/provisions.ts';
import { escapeInline, escapeStart } from './escape.ts';

export interface Paragraph {
  /** Words without marks. */
  text: string;
  /** The same as Markdown. */
  markdown: string;
  /** Level that the document itself gives a heading. */
  level?: number;
  /** True where all of it is bold. */
  bold?: boolean;
  /** A list, table or note: never a heading. */
  fixed?: boolean;
}

/** What is proposed. */
export interface Proposed {
  markdown: string;
  /** Provisions of the headings, as the library will read them. */
  provisions: Provision[];
}

/** Units from the widest to the narrowest; those a text uses take levels one below another. */
const RANKS: readonly (readonly string[])[] = [['book'], ['title'], ['part'], ['chp'], ['dvs'], ['subdvs', 'subsec'], ['art', 'sec', 'rule', 'reg']];

/** An annex stands beside the widest units. */
const ANNEX = 'att';

/** A heading is short; a longer paragraph that begins with a number is a provision without a heading of its own. */
const LONGEST_HEADING = 110;

interface Line {
  /** Words of the heading as Markdown; absent where the paragraph is none. */
  heading?: string;
  unit?: string | undefined;
  level?: number | undefined;
  /** Text that follows, in the same paragraph or as one. */
  text?: string;
}

/** Proposes headings. */
export function proposeHeadings(paragraphs: readonly Paragraph[]): Proposed {
  const lines = paragraphs.map(lineOf);
  const ranks = [...new Set(lines.map(({ unit }) => rankOf(unit)).filter((rank) => rank !== -1))].sort((a, b) => a - b);
  const levels = [...new Set(lines.filter(({ heading, unit }) => heading !== undefined && unit === undefined).map(({ level }) => level!))].sort((a, b) => a - b);
  const read = provisionReader();
  const provisions: Provision[] = [];
  const blocks: string[] = [];
  for (const { heading, unit, level, text } of lines) {
    if (heading !== undefined) {
      const depth = Math.min(6, 2 + (unit === undefined ? levels.indexOf(level!) : Math.max(0, ranks.indexOf(rankOf(unit)))));
      blocks.push(`${'#'.repeat(depth)} ${heading}`);
      provisions.push(read(heading.replace(/\\(.)/g, '$1').replaceAll('*', ''), depth));
    }
    if (text !== undefined && text !== '') blocks.push(text);
  }
  return { markdown: `${blocks.join('\n\n')}\n`, provisions };
}

function lineOf({ text, markdown, level, bold, fixed }: Paragraph): Line {
  if (fixed) return { text: markdown };
  const words = text.trim();
  const parsed = parseProvisionHeading(words);
  const unit = parsed?.eid.split('__').at(-1)!.split('_')[0];
  if (parsed && (unit === ANNEX || rankOf(unit) !== -1)) {
    const rest = words.slice(parsed.label.length);
    const stands = rest === '' || level !== undefined || bold || /^\s*[.:：—–-]|^[\s　]+[\p{Lu}\p{Lo}«“"(]/u.test(rest);
    // "Section 5 applies to …" is a sentence about a provision.
    if (stands && (level !== undefined || bold || words.length <= LONGEST_HEADING) && !/[;；]$/.test(words)) return { heading: escapeInline(words), unit };
    if (stands) return { heading: escapeInline(parsed.label), unit, text: escapeInline(rest.replace(/^[\s　.:：—–-]+/u, '')) };
  }
  // "3. Offences", in bold or as a heading: the number is the section's, and the word for it is not printed.
  const numbered = (bold || level !== undefined) && words.length <= LONGEST_HEADING ? /^(?<number>\d{1,4}[A-Za-z]?)\.?\s+(?<rest>\S.*)$/u.exec(words)?.groups : undefined;
  const eid = numbered && `sec_${numbered['number']!.toLowerCase()}`;
  if (numbered && isEid(eid!)) return { heading: `${escapeInline(words)} {#${eid!}}`, unit: 'sec' };
  return level === undefined ? { text: markdown } : { heading: escapeInline(words), level };
}

function rankOf(unit: string | undefined): number {
  return RANKS.findIndex((units) => units.includes(unit ?? ''));
}

/** Text pasted from anywhere → paragraphs: an empty line ends one, and so does a line that begins a provision or an item of a list. */
export function pastedParagraphs(text: string): Paragraph[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of text.replace(/\u00A0/g, ' ').split('\n').map((each) => each.replace(/[ \t]+/g, ' ').trim())) {
    if (line === '') {
      open = false;
      continue;
    }
    const begins = parseProvisionHeading(line) !== undefined || /^(?:[-•*–—]|\(?[\dA-Za-z]{1,4}[).]|[（(][一二三四五六七八九十]+[）)])\s?/u.test(line);
    // A heading has a line of its own: what follows it begins anew.
    const after = paragraphs.at(-1);
    if (!open || begins || (after !== undefined && after.length <= LONGEST_HEADING && parseProvisionHeading(after) !== undefined)) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] += /[\p{Script=Han}]$/u.test(after!) && /^\p{Script=Han}/u.test(line) ? line : ` ${line}`;
    open = true;
  }
  return paragraphs.map((words) => ({ text: words, markdown: /^[-•–—]\s/.test(words) ? `- ${escapeInline(words.slice(1).trim())}` : escapeStart(escapeInline(words)) }));
}
