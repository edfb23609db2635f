/**
 * XML → a tree of elements with their places. Read by sax in strict mode, which resolves no entity but XML's five and loads nothing
 * from anywhere: an XML file cannot make the importer read another.
 */
import sax from 'sax';
import { flaw, type Flaw, type Place } from '../flaws/flaw.ts';

export interface XmlElement {
  /** Name without its namespace prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
  place: Place;
}

/** Deeper nesting than any law has. */
const DEEPEST = 200;

/**
 * Parses XML.
 *
 * @param file path as the person knows it
 * @returns the outermost element, or the first thing wrong
 */
export function parseXml(text: string, file: string): XmlElement | Flaw {
  const parser = sax.parser(true, { trim: false, normalize: false, position: true, strictEntities: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let wrong: Flaw | undefined;
  const place = (): Place => ({ file, line: parser.line + 1, column: parser.column + 1 });
  parser.onopentag = ({ name, attributes }) => {
    const element: XmlElement = { name: localName(name), attributes: attributes as Record<string, string>, children: [], place: place() };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > DEEPEST) wrong ??= flaw('MalformedXml', place(), `elements nested ${open.length} deep`, `at most ${DEEPEST}`);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (value) => void open.at(-1)?.children.push(value);
  parser.oncdata = (value) => void open.at(-1)?.children.push(value);
  parser.onerror = (error) => {
    wrong ??= flaw('MalformedXml', place(), error.message.split('\n')[0]!, 'well-formed XML');
  };
  try {
    for (let start = 0; start < text.length && !wrong; start += 65_536) parser.write(text.slice(start, start + 65_536));
    if (!wrong) parser.close();
  } catch (error) {
    wrong ??= flaw('MalformedXml', place(), (error as Error).message.split('\n')[0]!, 'well-formed XML');
  }
  return wrong ?? root ?? flaw('EmptyFile', file, 'no element', 'an Akoma Ntoso document');
}

/** Child elements of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The first element below, at any depth, of one of some names. */
export function find(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    const found = names.includes(child.name) ? child : find(child, ...names);
    if (found) return found;
  }
  return undefined;
}

/** All text of an element, white space made single. */
export function textOf(element: XmlElement | undefined): string {
  const parts: string[] = [];
  const walk = (node: XmlElement | string): void => {
    if (typeof node === 'string') parts.push(node);
    else node.children.forEach(walk);
  };
  if (element) walk(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
