/**
 * A new record's file: every key of its schema in order, each under a comment that says what it is for. Keys that have a value
 * are written, the others stand as comments, ready to be filled in.
 */
import type { z } from 'zod';
import { toJsonSchema } from './json-schema.ts';
import { writeFrontMatter } from './write.ts';

interface Key {
  description?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  examples?: string[];
  items?: Key;
  properties?: Record<string, Key>;
  required?: string[];
}

/** Longer lists of values are not repeated in comments; `npm run check` names them all. */
const MOST_VALUES = 24;

const HOW = '## Words stand after two number signs. A key after one is not used yet: take the sign away and fill it in, or delete the line.';

/**
 * Writes a new record.
 *
 * @param schema schema of its front matter
 * @param record values known; must hold every required key
 * @param body text after the front matter
 */
export function scaffold(schema: z.ZodType, record: Readonly<Record<string, unknown>>, body: string): string {
  const { properties = {}, required = [] } = toJsonSchema(schema) as Key;
  const lines = Object.entries(properties).flatMap(([name, key]) => [...comment(key, required.includes(name)), ...entry(schema, name, key, record[name])]);
  return `---\n${HOW}\n${lines.join('\n')}\n---\n${body}`;
}

function entry(schema: z.ZodType, name: string, key: Key, value: unknown): string[] {
  if (value === undefined) return [`# ${name}: ${example(key)}`];
  const [, ...lines] = writeFrontMatter({ [name]: value }, schema).trimEnd().split('\n');
  const written = lines.slice(0, -1);
  if (!key.properties) return written;
  // Of an object, the keys left out are shown below those written.
  const rest = Object.entries(key.properties).filter(([inner]) => (value as Record<string, unknown>)[inner] === undefined);
  return [...written, ...rest.flatMap(([inner, innerKey]) => [...comment(innerKey, false).map((line) => `  ${line}`), `  # ${inner}: ${example(innerKey)}`])];
}

function comment(key: Key, required: boolean): string[] {
  const words = key.description ?? key.items?.description;
  const values = key.enum ?? key.items?.enum;
  const parts = [
    ...(words === undefined ? [] : [words]),
    ...(values === undefined ? [] : [values.length > MOST_VALUES ? `One of ${values.length} values` : `${key.items ? 'Any' : 'One'} of: ${values.join(', ')}`]),
    ...(required ? [] : ['Optional']),
  ];
  return [`## ${parts.map((part) => part.replace(/\.$/, '')).join('. ')}.`];
}

/** What a value looks like, for a key that is not filled in. */
function example(key: Key): string {
  if (key.type === 'array') return key.items?.properties ? `[${object(key.items)}]` : `[${key.items ? example(key.items) : ''}]`;
  if (key.type === 'object') return key.properties ? object(key) : '{}';
  if (key.type === 'boolean') return 'false';
  if (key.type === 'integer' || key.type === 'number') return '0';
  return JSON.stringify(key.const ?? key.enum?.[0] ?? key.examples?.[0] ?? '');
}

function object({ properties = {}, required = [] }: Key): string {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return `{ ${names.map((name) => `${name}: ${example(properties[name]!)}`).join(', ')} }`;
}
