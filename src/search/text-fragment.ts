/**
 * An excerpt → a text fragment (WICG Scroll To Text Fragment), with which the browser marks the words on the page it opens.
 * Browsers that do not know it go to the provision all the same.
 *
 * Out:  `:~:text=tried%20for%20the-,extradition,-of%20persons`
 */
import type { Segment } from './excerpt.ts';

/** So many places are marked; the first is where the page is scrolled to. */
const MOST = 4;

/** Empty where nothing is marked. */
export function textFragment(excerpt: readonly Segment[]): string {
  const directives = excerpt.flatMap(({ text, mark }, index) => {
    if (!mark) return [];
    const before = words(excerpt[index - 1]?.text).slice(-3).join(' ');
    const after = words(excerpt[index + 1]?.text).slice(0, 2).join(' ');
    return [`text=${before === '' ? '' : `${encode(before)}-,`}${encode(text)}${after === '' ? '' : `,-${encode(after)}`}`];
  });
  return directives.length === 0 ? '' : `:~:${directives.slice(0, MOST).join('&')}`;
}

function words(text: string | undefined): string[] {
  return text && !text.includes('…') && /\s/.test(text) ? text.trim().split(/\s+/) : [];
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
