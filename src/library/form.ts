/**
 * The outer form of a file: line ends, byte order mark, last line, order of keys. What is wrong with it can be mended by
 * program, because mending changes no meaning: {@link tidy} proves that for the keys by reading the result again.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { schemaOf } from '../schema/collections.ts';
import { keysOf, splitFrontMatter, stepInto } from '../schema/parse.ts';
import { orderKeys } from '../schema/write.ts';
import type { SourceFile } from './disk.ts';

/** Flaws of form that reading does not report (byte order mark and carriage returns it does). */
export function formFlaws(file: SourceFile, text: string): Flaw[] {
  const flaws: Flaw[] = [];
  if (text !== '' && !text.endsWith('\n')) {
    const lines = text.split('\n');
    flaws.push(flaw('NoFinalLineEnd', { file: file.shown, line: lines.length, column: lines.at(-1)!.length + 1 }, 'the end of the file', 'a line feed'));
  }
  const schema = schemaOf(file.path);
  const split = schema && splitFrontMatter(text, file.shown);
  if (!split || 'name' in split) return flaws;
  const found = mayBeOutOfOrder(split.yaml, schema) ? outOfOrder(split.yaml, schema)[0] : undefined;
  if (found) {
    const before = split.yaml.slice(0, found.offset).split('\n');
    flaws.push(flaw('KeyOrder', { file: file.shown, line: split.yamlLine + before.length - 1, column: before.at(-1)!.length + 1 }, `\`${found.key}\` after \`${found.after}\``, `\`${found.key}\` before it`));
  }
  return flaws;
}

/**
 * Mends the form of a file.
 *
 * @param text the file as UTF-8 text, with its byte order mark and line ends
 * @returns the text mended; the same string where nothing was wrong
 */
export function tidy(file: SourceFile, text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const ended = plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
  const schema = schemaOf(file.path);
  const split = schema && splitFrontMatter(ended, file.shown);
  if (!split || 'name' in split) return ended;
  const yaml = inOrder(split.yaml, schema);
  const start = ended.indexOf('\n') + 1;
  return ended.slice(0, start) + yaml + ended.slice(start + split.yaml.length);
}

/**
 * A quick look, line by line and without reading YAML: true where a key may stand after one that the schema has later. It is wrong in
 * texts of several lines that look like keys, never about keys.
 */
function mayBeOutOfOrder(yaml: string, schema: unknown): boolean {
  const open: { indent: number; schema: unknown; highest: number }[] = [];
  for (const line of yaml.split('\n')) {
    const match = /^(?<indent> *(?<item>- +)?)(?:(["']?)(?<key>[\w:#./-]+)\3):(?: |$)/.exec(line);
    if (!match) continue;
    const { key, item } = match.groups as { key: string; item?: string };
    const indent = match.groups!['indent']!.length;
    while (open.length > 0 && (open.at(-1)!.indent > indent || (item !== undefined && open.at(-1)!.indent === indent))) open.pop();
    let level = open.at(-1);
    if (level?.indent !== indent) {
      const parent = level === undefined ? schema : childOf(level);
      level = { indent, schema: item === undefined ? parent : stepInto(parent, 0), highest: -1 };
      open.push(level);
    }
    const place = orderOf(level.schema).get(key);
    lastKey.set(level, key);
    if (place === undefined) continue;
    if (place < level.highest) return true;
    level.highest = place;
  }
  return false;
}

const lastKey = new WeakMap<object, string>();
const childOf = (level: { schema: unknown }): unknown => stepInto(level.schema, lastKey.get(level) ?? 0);

const orders = new WeakMap<object, ReadonlyMap<string, number>>();

/** Places of the keys of an object schema. */
function orderOf(schema: unknown): ReadonlyMap<string, number> {
  if (typeof schema !== 'object' || schema === null) return new Map();
  let order = orders.get(schema);
  if (!order) orders.set(schema, (order = new Map(keysOf(schema).map((key, index) => [key, index]))));
  return order;
}

interface Misplaced {
  map: YAMLMap;
  depth: number;
  schema: unknown;
  /** True where the map's first key stands in the line of a list's hyphen. */
  inList: boolean;
  key: string;
  after: string;
  offset: number;
}

/** Maps, at any depth, whose keys stand in another order than the schema's; in the order of the file. */
function outOfOrder(yaml: string, schema: unknown): Misplaced[] {
  const document = parseDocument(yaml, { version: '1.2', keepSourceTokens: false });
  const found: Misplaced[] = [];
  const visit = (node: unknown, at: unknown, depth: number, inList: boolean): void => {
    if (isSeq(node)) for (const item of node.items) visit(item, stepInto(at, 0), depth + 1, !node.flow);
    if (!isMap(node)) return;
    const keys = node.items.map((item) => (isScalar(item.key) ? String(item.key.value) : ''));
    const sorted = orderKeys(keys, keysOf(at));
    if (!node.flow && keysOf(at).length > 0 && sorted.some((key, index) => key !== keys[index])) {
      const order = orderOf(at);
      const index = keys.findIndex((key, place) => order.has(key) && keys.slice(0, place).some((other) => order.has(other) && order.get(other)! > order.get(key)!));
      // Keys that the schema does not know may stand anywhere.
      if (index !== -1) {
        const after = keys.slice(0, index).filter((other) => order.has(other)).reduce((highest, other) => (order.get(other)! > order.get(highest)! ? other : highest));
        found.push({ map: node, depth, schema: at, inList, key: keys[index]!, after, offset: (node.items[index]!.key as Scalar).range![0] });
      }
    }
    for (const item of node.items) if (isScalar(item.key)) visit(item.value, stepInto(at, String(item.key.value)), depth + 1, false);
  };
  if (document.errors.length === 0) visit(document.contents, schema, 0, false);
  return found;
}

/** YAML with the keys of its maps in the schema's order, each with the comments above it; as it was where that cannot be done safely. */
function inOrder(yaml: string, schema: unknown): string {
  if (!mayBeOutOfOrder(yaml, schema)) return yaml;
  // Innermost first: moving keys within a map leaves the length of what is around it as it was.
  const misplaced = outOfOrder(yaml, schema).sort((a, b) => b.depth - a.depth || b.offset - a.offset);
  let result = yaml;
  for (const { map, schema: at, inList } of misplaced) result = mapInOrder(result, map, keysOf(at), inList);
  return sameMeaning(yaml, result) ? result : yaml;
}

function mapInOrder(yaml: string, map: YAMLMap, order: readonly string[], inList: boolean): string {
  if (map.items.some((item) => !isScalar(item.key))) return yaml;
  const keys = map.items.map((item) => String((item.key as Scalar).value));
  const offsets = map.items.map((item) => (item.key as Scalar).range![0]);
  const indent = offsets[0]! - (yaml.lastIndexOf('\n', offsets[0]! - 1) + 1);
  const starts = offsets.map((offset, index) => (inList && index === 0 ? offset : startWithComments(yaml, offset)));
  const end = endOf(yaml, map);
  // What stands before a key in its lines: comments and white space; the first key of a list's item stands after the hyphen.
  const chunks = new Map(keys.map((key, index) => [key, { lead: inList && index === 0 ? ' '.repeat(indent) : yaml.slice(starts[index], offsets[index]), text: ended(yaml.slice(offsets[index], starts[index + 1] ?? end)) }]));
  const sorted = orderKeys(keys, order).map((key) => chunks.get(key)!);
  if (inList && sorted[0]!.lead.trim() !== '') return yaml;
  const moved = sorted.map(({ lead, text }, index) => (inList && index === 0 ? text : lead + text)).join('');
  return yaml.slice(0, starts[0]) + moved + yaml.slice(end);
}

/** End of the line on which a map ends. */
function endOf(yaml: string, map: YAMLMap): number {
  const last = map.items.at(-1)!;
  const range = (last.value as Scalar | null)?.range ?? (last.key as Scalar).range!;
  const end = Math.max(range[1], (last.key as Scalar).range![1]);
  if (yaml[end - 1] === '\n') return end;
  const line = yaml.indexOf('\n', end);
  return line === -1 ? yaml.length : line + 1;
}

function ended(chunk: string): string {
  return chunk.endsWith('\n') ? chunk : `${chunk}\n`;
}

/** Start of a key's line, or of the comment lines right above it. */
function startWithComments(yaml: string, offset: number): number {
  let start = yaml.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const before = yaml.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*#/.test(yaml.slice(before, start))) break;
    start = before;
  }
  return start;
}

function sameMeaning(before: string, after: string): boolean {
  try {
    const read = (text: string): unknown => {
      const document = parseDocument(text, { version: '1.2' });
      if (document.errors.length > 0) throw document.errors[0]!;
      return document.toJS({ maxAliasCount: 0 });
    };
    return isDeepStrictEqual(read(before), read(after));
  } catch {
    return false;
  }
}
