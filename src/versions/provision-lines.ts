/**
 * A rendered text → its provisions as lines of plain text, which is what two versions are compared by.
 *
 * HTML in:  `<h2 id="art_3" class="provision"><a class="num" href="#art_3">Art. 3</a> Scope</h2><ol><li>One</li><li>Two</li></ol>`
 * Out:      { eid: 'art_3', heading: 'Art. 3 Scope', lines: ['1. One', '2. Two'] }
 *
 * Numbers of lists are written out, because a renumbered paragraph is a change. The HTML is our own and well formed, so one pass over its
 * tags is enough; a browser can do it too.
 */

export interface ProvisionLines {
  /** eId; empty for what stands before the first heading. */
  eid: string;
  heading: string;
  lines: string[];
}

const PART = /<(?<close>\/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>[^>]*)>|<!--[\s\S]*?-->|(?<text>[^<]+)/g;
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/** Provisions of a text in their order; what stands before the first heading comes first, where there is anything. */
export function provisionLines(html: string): ProvisionLines[] {
  const provisions: ProvisionLines[] = [{ eid: '', heading: '', lines: [] }];
  const lists: { ordered: boolean; number: number }[] = [];
  let line = '';
  let mark = '';
  let heading = false;
  const endLine = (): void => {
    const words = line.replace(/\s+/gu, ' ').trim();
    if (words !== '') {
      provisions.at(-1)!.lines.push(mark + words);
      mark = '';
    }
    line = '';
  };
  for (const { groups } of html.matchAll(PART)) {
    const { close, name, attributes, text } = groups as { close?: string; name?: string; attributes?: string; text?: string };
    if (text !== undefined) {
      line += decode(text);
      continue;
    }
    const tag = name?.toLowerCase();
    if (tag === undefined || INLINE.has(tag)) continue;
    const opens = close === '';
    if (/^h[1-6]$/.test(tag)) {
      const id = /\sid="([^"]*)"/.exec(attributes ?? '')?.[1];
      if (opens) {
        endLine();
        if (id !== undefined) provisions.push({ eid: decode(id), heading: '', lines: [] });
        heading = id !== undefined;
      } else if (heading) {
        provisions.at(-1)!.heading = line.replace(/\s+/gu, ' ').trim();
        line = '';
        heading = false;
      } else endLine();
      continue;
    }
    if ((tag === 'td' || tag === 'th') && opens && line.trim() !== '') {
      line += ' | ';
      continue;
    }
    if (tag === 'td' || tag === 'th') continue;
    endLine();
    if (tag === 'ol' || tag === 'ul') {
      if (opens) lists.push({ ordered: tag === 'ol', number: Number(/\sstart="(\d+)"/.exec(attributes ?? '')?.[1] ?? 1) });
      else lists.pop();
    } else if (tag === 'li') {
      const list = lists.at(-1);
      mark = opens && list ? (list.ordered ? `${list.number++}. ` : '– ') : '';
    }
  }
  endLine();
  return provisions[0]!.lines.length === 0 ? provisions.slice(1) : provisions;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (NAMED[name!] ?? whole),
  );
}
