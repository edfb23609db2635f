/** Folder of content/ → schema of its records' front matter. Order of keys, hover text of editors and `npm run new` come from here. */
import type { z } from 'zod';
import { caseRecord } from './case.ts';
import { law } from './law.ts';
import { redirects } from './redirect.ts';
import { reviews } from './review.ts';
import { state } from './state.ts';
import { crime, network } from './topic.ts';

export const COLLECTIONS = { laws: law, cases: caseRecord, states: state, crimes: crime, networks: network } as const satisfies Record<string, z.ZodType>;

export type CollectionName = keyof typeof COLLECTIONS;

/** Files of content/ that are YAML and no record → their schema. */
export const LISTS = { 'reviews.yaml': reviews, 'redirects.yaml': redirects } as const satisfies Record<string, z.ZodType>;

/** Schema of the record at a path below content/, or undefined where no record belongs there. */
export function schemaOf(path: string): z.ZodType | undefined {
  const folder = path.split('/')[0]!;
  return path.endsWith('.md') && Object.hasOwn(COLLECTIONS, folder) ? COLLECTIONS[folder as CollectionName] : undefined;
}
