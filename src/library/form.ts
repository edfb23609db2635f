/**
 * The outer form of a file: line ends, byte order mark, last line, order of keys. What is wrong with it can be mended by
 * program, because mending changes no meaning: {@link tidy} proves that for the keys by reading the result again.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, parseDocument } from 'yaml';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { schemaOf } from '../schema/collections.ts';
import { keysAt, splitFrontMatter } from '../schema/parse.ts';
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
  const order = keysAt(schema, []);
  let highest = -1;
  split.yaml.split('\n').some((line, index) => {
    // Only keys of the record itself begin a line: everything within them is indented.
    const place = order.indexOf(/^(["']?)([\w-]+)\1:/.exec(line)?.[2] ?? '');
    if (place === -1) return false;
    if (place < highest) {
      flaws.push(flaw('KeyOrder', { file: file.shown, line: split.yamlLine + index, column: 1 }, `\`${order[place]}\` after \`${order[highest]}\``, `\`${order[place]}\` before it`));
      return true;
    }
    highest = place;
    return false;
  });
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
  const yaml = inOrder(split.yaml, keysAt(schema, []));
  const start = ended.indexOf('\n') + 1;
  return ended.slice(0, start) + yaml + ended.slice(start + split.yaml.length);
}

/** YAML with the keys of its outermost map in an order, each with the comments above it; as it was where that cannot be done safely. */
function inOrder(yaml: string, order: readonly string[]): string {
  const document = parseDocument(yaml, { version: '1.2', keepSourceTokens: false });
  const map = document.contents;
  if (document.errors.length > 0 || !isMap(map) || map.flow) return yaml;
  const keys = map.items.map((item) => (isScalar(item.key) ? String(item.key.value) : ''));
  const sorted = orderKeys(keys, order);
  if (sorted.every((key, index) => key === keys[index])) return yaml;
  const starts = map.items.map((item) => (isScalar(item.key) ? startWithComments(yaml, item.key.range![0]) : -1));
  if (starts.includes(-1)) return yaml;
  const chunks = new Map(keys.map((key, index) => [key, ended(yaml.slice(starts[index], starts[index + 1]))]));
  const result = yaml.slice(0, starts[0]) + sorted.map((key) => chunks.get(key)).join('');
  return sameMeaning(yaml, result) ? result : yaml;
}

function ended(chunk: string): string {
  return chunk.endsWith('\n') ? chunk : `${chunk}\n`;
}

/** Start of a key's line, or of the comment lines right above it. */
function startWithComments(yaml: string, offset: number): number {
  let start = yaml.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const before = yaml.lastIndexOf('\n', start - 2) + 1;
    if (!/^#/.test(yaml.slice(before, start))) break;
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
