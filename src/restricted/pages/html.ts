/** HTML as strings: a tagged template that escapes whatever is put into it, so that no page has to remember to. */
import { escapeHtml } from '../../markdown/phrase.ts';

/** Markup that needs no escaping any more. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Child = Markup | string | number | undefined | false | readonly Child[];

/** `<p>${name}</p>`: strings are escaped, markup is not, lists are joined, undefined and false are nothing. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(parts.map((part, index) => part + (index < children.length ? write(children[index]) : '')).join(''));
}

function write(child: Child): string {
  if (child === undefined || child === false) return '';
  if (child instanceof Markup) return child.text;
  if (Array.isArray(child)) return (child as readonly Child[]).map(write).join('');
  return escapeHtml(String(child));
}

/** JSON that may stand inside a script element: no `<` can end it. */
export function json(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
