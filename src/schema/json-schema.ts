/**
 * JSON Schemas of front matter (draft 2020-12), made from the zod schemas: editors show their descriptions and values while one types.
 * The schemas are committed; a test makes them again and compares.
 */
import { z } from 'zod';
import { caseRecord, caseTranslation } from './case.ts';
import { law, lawTranslation } from './law.ts';
import { chapter, manual } from './manual.ts';
import { redirects } from './redirect.ts';
import { reviews } from './review.ts';
import { state } from './state.ts';
import { crime, network } from './topic.ts';

type JsonSchema = Record<string, unknown>;

interface Published {
  title: string;
  /** Files below content/ that the schema is for. */
  files: string;
  schema: z.ZodType;
  /** Schema of a record that takes the data of its work from the text it translates: it requires less. */
  translation?: z.ZodType;
}

/** Name of the schema's file, without `.json` → what it is for. */
export const PUBLISHED: Readonly<Record<string, Published>> = {
  law: { title: 'Law, convention, protocol or treaty', files: 'laws/**/*.md', schema: law, translation: lawTranslation },
  case: { title: 'Case', files: 'cases/**/*.md', schema: caseRecord, translation: caseTranslation },
  state: { title: 'State', files: 'states/*.md', schema: state },
  crime: { title: 'Type of crime', files: 'crimes/**/*.md', schema: crime },
  network: { title: 'Network', files: 'networks/**/*.md', schema: network },
  manual: { title: 'Manual', files: 'manuals/**/index.md', schema: manual },
  chapter: { title: 'Chapter of a manual', files: 'manuals/**/*.mdx', schema: chapter },
  reviews: { title: 'Reviews', files: 'reviews.yaml', schema: reviews },
  redirects: { title: 'Redirects', files: 'redirects.yaml', schema: redirects },
};

/** zod schema → JSON Schema. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
}

/** JSON Schema of a kind of record. */
export function jsonSchemaOf({ title, schema, translation }: Published): JsonSchema {
  const { $schema, ...whole } = toJsonSchema(schema);
  if (!translation) return { $schema, title, ...whole };
  const { required, ...rest } = whole;
  return {
    $schema,
    title,
    ...rest,
    if: { properties: { translation: { type: 'object', required: ['of'] } }, required: ['translation'] },
    then: { required: toJsonSchema(translation)['required'] },
    else: { required },
  };
}
