/** Elements made in one line. Text is always text: nothing a reader typed or a document says is ever read as HTML. */
import type { Segment } from '../search/excerpt.ts';

type Child = Node | string | undefined | false;

/** Makes an element: `element('a', { class: 't', href }, 'Title')`. Attributes that are undefined are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Record<string, string | undefined> = {}, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Segments with the query's words marked. */
export function marked(segments: readonly Segment[]): Node[] {
  return segments.map(({ text, mark }) => (mark ? element('mark', {}, text) : document.createTextNode(text)));
}
