/**
 * Records → front matter, in one form: keys in the schema's order, text in quotation marks, two spaces a level.
 *
 * Text is quoted as JSON quotes it, which YAML 1.2 reads alike: `2000-11-15`, `no` and `010` stay text.
 */
import type { z } from 'zod';
import { keysAt } from './parse.ts';

/**
 * Writes front matter with both its rules.
 *
 * @param record values; keys with the value undefined are left out
 * @param schema schema whose order of keys to follow
 */
export function writeFrontMatter(record: Readonly<Record<string, unknown>>, schema: z.ZodType): string {
  return `---\n${writeMap(record, schema, [], '')}---\n`;
}

/** A value's lines after its key: ` "text"`, or a block below. */
function writeValue(value: unknown, schema: z.ZodType, path: readonly PropertyKey[], indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map((item) => writeItem(item, schema, path, `${indent}  `)).join('')}`;
  }
  if (typeof value === 'object' && value !== null) {
    const lines = writeMap(value as Record<string, unknown>, schema, path, `${indent}  `);
    return lines === '' ? ' {}\n' : `\n${lines}`;
  }
  return ` ${JSON.stringify(value)}\n`;
}

function writeItem(item: unknown, schema: z.ZodType, path: readonly PropertyKey[], indent: string): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return `${indent}-${writeValue(item, schema, [...path, 0], indent)}`;
  const lines = writeMap(item as Record<string, unknown>, schema, [...path, 0], `${indent}  `);
  return lines === '' ? `${indent}- {}\n` : `${indent}- ${lines.slice(indent.length + 2)}`;
}

function writeMap(map: Readonly<Record<string, unknown>>, schema: z.ZodType, path: readonly PropertyKey[], indent: string): string {
  return orderKeys(Object.keys(map), keysAt(schema, path))
    .filter((key) => map[key] !== undefined)
    .map((key) => `${indent}${writeKey(key)}:${writeValue(map[key], schema, [...path, key], indent)}`)
    .join('');
}

/** Keys in the schema's order; those it does not know keep their order, after the others. */
export function orderKeys(keys: readonly string[], order: readonly string[]): string[] {
  const place = new Map(order.map((key, index) => [key, index]));
  return [...keys].sort((a, b) => (place.get(a) ?? order.length) - (place.get(b) ?? order.length));
}

function writeKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key) ? key : JSON.stringify(key);
}
