/** Front matter of a manual and of its chapters. A chapter is one file; the manual's own data stand in `index.md` beside them. */
import { z } from 'zod';
import { language, partialDate, provenance, provisionCitation, text, translation } from './fields.ts';

export const manual = z.strictObject({
  title: text,
  title_short: text.optional(),
  language,
  type_document: z.literal('manual'),
  publisher: text,
  edition: text.optional(),
  date_document: partialDate.optional(),
  summary: text,
  chapters: z.array(text).describe('File names of the chapters, in order, without .mdx'),
  complete: z.boolean().describe('False where only summary, checklists and forms exist in this language'),
  cites: z.array(provisionCitation).optional(),
  translation: translation.optional(),
  provenance,
});

export const chapter = z.strictObject({
  title: text,
  number: z.int().nonnegative(),
  summary: text.optional(),
});

export type Manual = z.infer<typeof manual>;
export type Chapter = z.infer<typeof chapter>;
