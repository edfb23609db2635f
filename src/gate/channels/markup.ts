/** HTML and XML → its pieces: text, tags, comments, scripts. A tokenizer for finding text, not for building a tree. */

/** What a piece of a page is; flaws call it so. */
export type Piece = 'text' | 'attribute' | 'comment' | 'script' | 'style' | 'JSON-LD' | 'data';

/**
 * Calls back with every piece of markup, in order.
 *
 * Reasoning: what is not well formed (an unclosed quotation mark or comment) is still given as some piece to the end of the
 * text; nothing is passed over.
 */
export function tokenize(text: string, each: (piece: Piece, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    let open = text.indexOf('<', at);
    while (open >= 0 && !opensTag(text.charCodeAt(open + 1))) open = text.indexOf('<', open + 1);
    if (open < 0) return each('text', at, text.length);
    if (open > at) each('text', at, open);
    if (text.startsWith('<!--', open)) {
      const close = endOf(text, '-->', open + 4);
      each('comment', open + 4, close);
      at = close + 3;
    } else if (text.startsWith('<![CDATA[', open)) {
      const close = endOf(text, ']]>', open + 9);
      each('text', open + 9, close);
      at = close + 3;
    } else {
      const close = endOfTag(text, open + 1);
      // A tag without attributes is a name, which is no text.
      if (hasSpace(text, open + 1, close)) each('attribute', open + 1, close);
      at = close + 1;
      const raw = RAW.exec(text.slice(open, open + 8))?.[1]?.toLowerCase();
      if (raw && text[close - 1] !== '/') {
        const rawEnd = endOfRaw(text, raw, at);
        if (rawEnd > at) each(raw === 'style' ? 'style' : scriptPiece(text.slice(open, close)), at, rawEnd);
        at = rawEnd;
      }
    }
  }
}

const RAW = /^<(script|style)[\s>/]/i;

function scriptPiece(tag: string): Piece {
  return /ld\+json/i.test(tag) ? 'JSON-LD' : /json/i.test(tag) ? 'data' : 'script';
}

/** A letter, `/`, `!` or `?`. */
function opensTag(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 47 || code === 33 || code === 63;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

/** Index of the `>` that closes a tag; one inside quotation marks does not. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return index;
    else if (code === 34 || code === 39) quote = code;
  }
  // A stray quotation mark: the next `>` will do.
  return endOf(text, '>', from);
}

function endOfRaw(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s>/]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function hasSpace(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (text.charCodeAt(index) <= 32) return true;
  return to - from > 24;
}
