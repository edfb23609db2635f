/** A source file → an entry: its identity from the path, its data from the front matter, its flaws. The body is not kept. */
import type { z } from 'zod';
import { expressionToPath, parseExpressionPath, type Expression } from '../domain/iri.ts';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { checkSchema, readYaml, splitFrontMatter, type ReadYaml } from '../schema/parse.ts';
import type { SourceFile } from './disk.ts';

/** What every entry has, whatever its kind. */
export interface Entry<Data> {
  file: SourceFile;
  data: Data;
  /** Line of the file on which the text begins, from 1. */
  bodyLine: number;
  /** Length of the text in UTF-16 code units. */
  bodyLength: number;
}

/** An entry that is an expression of a work. */
export interface ExpressionEntry<Data> extends Entry<Data> {
  expression: Expression;
}

export interface EntryResult<Found> {
  entry?: Found;
  flaws: Flaw[];
}

interface Identified {
  language: string;
  version_date?: string | undefined;
  jurisdiction?: string | undefined;
}

/**
 * Reads a record whose path is an expression of a work.
 *
 * @param folder first part of the path that is not part of the IRI: `laws`
 * @param schema schema of a record of its own
 * @param translationSchema schema of a record that takes its work's data from another expression
 */
export function readExpression<Data extends Identified>(
  file: SourceFile,
  source: string,
  folder: string,
  schema: z.ZodType<Data>,
  translationSchema: z.ZodType,
): EntryResult<ExpressionEntry<Data>> {
  const expression = parseExpressionPath(file.path.slice(folder.length + 1));
  if (!expression) {
    return { flaws: [flaw('UnexpectedFile', file.shown, `\`${file.path}\``, `a path such as \`${folder}/ke/act/2010/8/eng.md\``)] };
  }
  const split = splitFrontMatter(source, file.shown);
  if ('name' in split) return { flaws: [split] };
  const yaml = readYaml(split.yaml, file.shown, split.yamlLine);
  const isTranslation = typeof yaml.value === 'object' && yaml.value !== null && hasTranslationBase(yaml.value);
  const { record, flaws } = checkSchema((isTranslation ? translationSchema : schema) as z.ZodType<Data>, yaml);
  if (!record) return { flaws };
  flaws.push(...identityFlaws(expression, record, yaml));
  return { entry: { file, expression, data: record, bodyLine: split.bodyLine, bodyLength: split.body.length }, flaws };
}

function hasTranslationBase(value: object): boolean {
  const { translation } = value as { translation?: { of?: unknown } };
  return typeof translation === 'object' && translation?.of !== undefined;
}

/** Path and front matter say the same. */
function identityFlaws(expression: Expression, data: Identified, yaml: ReadYaml): Flaw[] {
  const flaws: Flaw[] = [];
  const expected: [key: keyof Identified, value: string | undefined][] = [
    ['language', expression.language],
    ['version_date', expression.version],
  ];
  if (data.jurisdiction !== undefined) expected.push(['jurisdiction', expression.work.split('/')[0]]);
  for (const [key, value] of expected) {
    if (data[key] === value) continue;
    flaws.push(
      flaw('IdentifierMismatch', yaml.placeOf([key]), data[key] === undefined ? `no \`${key}\`` : `\`${key}: ${data[key]}\``, value === undefined ? `no \`${key}\`, as in the path \`${expressionToPath(expression)}\`` : `\`${value}\`, as in the path`),
    );
  }
  return flaws;
}

/**
 * Reads a record of another kind (State, crime, network), whose path is its own.
 *
 * @param schema schema of the front matter
 * @param belongsAt path that a record of these data must have, and the key that says so: no two records can then claim one place
 */
export function readRecord<Data>(file: SourceFile, source: string, schema: z.ZodType<Data>, belongsAt: (data: Data) => { path: string; key: string }): EntryResult<Entry<Data>> {
  const split = splitFrontMatter(source, file.shown);
  if ('name' in split) return { flaws: [split] };
  const yaml = readYaml(split.yaml, file.shown, split.yamlLine);
  const { record, flaws } = checkSchema(schema, yaml);
  if (!record) return { flaws };
  const { path, key } = belongsAt(record);
  if (path !== file.path) {
    const value = String((record as Record<string, unknown>)[key]);
    return { flaws: [...flaws, flaw('IdentifierMismatch', yaml.placeOf([key]), `\`${key}: ${value}\` in \`${file.path}\``, `the path \`${path}\``)] };
  }
  return { entry: { file, data: record, bodyLine: split.bodyLine, bodyLength: split.body.length }, flaws };
}
