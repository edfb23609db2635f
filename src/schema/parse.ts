/**
 * Front matter: split from the text, read as YAML, checked against a schema, every problem with its line and column.
 *
 * YAML is read by `yaml`, because it knows where each key stands. Front matter in any other language is refused unread:
 * a `---js` block would otherwise be a program in an editor's pull request.
 */
import { LineCounter, isMap, isNode, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { flaw, nearest, type Flaw, type Place } from '../flaws/flaw.ts';
import { DATE_MESSAGE } from './fields.ts';

export interface Split {
  /** YAML between the rules. */
  yaml: string;
  /** Text after the second rule. */
  body: string;
  /** Line of the file on which the YAML begins, from 1. */
  yamlLine: number;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
}

/** Front matter longer than this (in characters) is refused: no record needs it, and YAML that size is slow to read. */
const LONGEST_FRONT_MATTER = 2_000_000;

/**
 * Splits front matter from text.
 *
 * @param source text of the file with line feeds only and no byte order mark
 * @param file path, for the place of a flaw
 */
export function splitFrontMatter(source: string, file: string): Split | Flaw {
  if (source.trim() === '') return flaw('EmptyFile', file, 'no text at all', 'front matter and text');
  const firstLine = /^[^\n]*/.exec(source)![0];
  if (/^---+\s*[A-Za-z]/.test(firstLine)) {
    return flaw('ExecutableFrontMatter', file, `\`${clip(firstLine)}\``, 'a line of three hyphens alone');
  }
  if (!/^---[ \t]*$/.test(firstLine)) return flaw('MissingFrontMatter', file, `\`${clip(firstLine)}\``, 'a line of three hyphens');
  const end = /\n---[ \t]*(?:\n|$)/g;
  end.lastIndex = Math.max(0, firstLine.length - 1);
  const close = end.exec(source);
  if (!close) return flaw('MissingFrontMatter', file, 'front matter that is never closed', 'a second line of three hyphens');
  const yaml = source.slice(firstLine.length + 1, close.index + 1);
  if (yaml.length > LONGEST_FRONT_MATTER) {
    return flaw('InvalidValue', file, `front matter of ${yaml.length} characters`, `at most ${LONGEST_FRONT_MATTER}`);
  }
  const body = source.slice(close.index + close[0].length);
  return { yaml, body, yamlLine: 2, bodyLine: 2 + countLines(yaml) + 1 };
}

/** Mistakes people make in YAML, by the parser's code, in words for people. */
const IN_PLAIN_WORDS: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'a second colon in a value without quotation marks',
  DUPLICATE_KEY: 'a key that is there already',
  MISSING_CHAR: 'a quotation mark or bracket that is never closed, or a missing colon',
  TAB_AS_INDENT: 'a tab at the beginning of a line',
  BAD_INDENT: 'a line that begins too far left or right',
  UNEXPECTED_TOKEN: 'something that does not belong here',
  BAD_ALIAS: 'an asterisk that begins a value without quotation marks',
  BAD_SCALAR_START: 'a sign that begins a value without quotation marks',
  MULTILINE_IMPLICIT_KEY: 'a key that goes over several lines: perhaps a colon is missing',
  BAD_DQ_ESCAPE: 'a backslash in a value in quotation marks',
};

/** YAML with the places of its keys. */
export interface ReadYaml {
  value: unknown;
  /** Where the key or item at a path stands in the file. */
  placeOf: (path: readonly PropertyKey[], which?: 'key' | 'value') => Place;
  flaws: Flaw[];
}

/**
 * Reads YAML.
 *
 * @param yaml text
 * @param file path of the file it stands in
 * @param firstLine line of the file on which the YAML begins, from 1
 */
export function readYaml(yaml: string, file: string, firstLine: number): ReadYaml {
  const lineCounter = new LineCounter();
  // Aliases are refused by maxAliasCount when the value is made; merge keys stay plain keys (YAML 1.2).
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const flaws = [...document.errors, ...document.warnings].map((error) =>
    flaw('MalformedYaml', placeAt(error.pos[0]), IN_PLAIN_WORDS[error.code] ?? `what YAML calls “${error.message.split('\n')[0]!.replace(/\.$/, '')}”`, 'valid YAML'),
  );
  let value: unknown;
  try {
    value = flaws.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined;
  } catch (error) {
    flaws.push(flaw('MalformedYaml', placeAt(0), error instanceof Error ? error.message : String(error), 'YAML without aliases'));
  }
  return { value, placeOf: (path, which = 'value') => placeAt(offsetOf(document, path, which)), flaws };
}

/**
 * Checks data against a schema.
 *
 * @returns the record where it is whole, and every flaw found
 */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  yaml: ReadYaml,
): { record?: z.infer<Schema>; flaws: Flaw[] } {
  if (yaml.flaws.length > 0) return { flaws: yaml.flaws };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { record: result.data, flaws: [] };
  return { flaws: result.error.issues.flatMap((issue) => issueToFlaws(issue, yaml, schema)) };
}

function issueToFlaws(issue: z.core.$ZodIssue, yaml: ReadYaml, schema: z.ZodType): Flaw[] {
  const { path } = issue;
  const key = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) =>
      flaw('UnknownKey', yaml.placeOf([...path, unknown], 'key'), `\`${unknown}\``, path.length === 0 ? 'a key of the schema' : `a key of \`${key}\``, nearest(unknown, keysAt(schema, path))),
    );
  }
  const found = valueAt(yaml.value, path);
  if (found === undefined) {
    return [flaw('MissingKey', yaml.placeOf(path.slice(0, -1), 'key'), `no \`${key}\``, expectation(issue))];
  }
  if (key.startsWith('provenance.source')) {
    return [flaw('MissingSource', yaml.placeOf(path), show(found), 'at least one source')];
  }
  const name = issue.message === DATE_MESSAGE ? 'InvalidDate' : 'InvalidValue';
  const suggestion = issue.code === 'invalid_value' && typeof found === 'string' ? nearest(found, issue.values.map(String)) : undefined;
  return [flaw(name, yaml.placeOf(path), `\`${key}: ${show(found)}\``, expectation(issue), suggestion)];
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string' ? 'text (in quotation marks)' : `a value of type ${issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1 ? `\`${String(issue.values[0])}\`` : `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'some text' : `at least ${String(issue.minimum)}`;
    default:
      return issue.message;
  }
}

/** Keys an object schema knows at a path, in its order: to suggest the nearest, and to write them in order. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return keysOf(path.reduce<unknown>(stepInto, schema));
}

/** Schema of what stands under a key, or of the items of a list; undefined where the schema knows none. */
export function stepInto(schema: unknown, key: PropertyKey): unknown {
  const definition = (unwrap(schema) as { def?: { shape?: Record<string, unknown>; element?: unknown; valueType?: unknown } } | undefined)?.def;
  return definition?.shape?.[String(key)] ?? definition?.element ?? definition?.valueType;
}

/** Keys of an object schema, in its order; none for another. */
export function keysOf(schema: unknown): string[] {
  const shape = (unwrap(schema) as { def?: { shape?: Record<string, unknown> } } | undefined)?.def?.shape;
  return shape ? Object.keys(shape) : [];
}

function unwrap(schema: unknown): unknown {
  let current = schema as { def?: { innerType?: unknown } } | undefined;
  while (current?.def?.innerType) current = current.def.innerType as typeof current;
  return current;
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], which: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  path.forEach((part, index) => {
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown } | null)?.value ?? item.key) === String(part));
      const last = index === path.length - 1;
      offset = startOf(last && which === 'key' ? pair?.key : (pair?.value ?? pair?.key)) ?? startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    }
  });
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((current, part) => (current as Record<PropertyKey, unknown> | null | undefined)?.[part], value);
}

function show(value: unknown): string {
  return clip(typeof value === 'string' ? value : JSON.stringify(value) ?? String(value));
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}

function countLines(text: string): number {
  let lines = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) lines++;
  return lines;
}
