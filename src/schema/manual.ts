/** Front matter of a manual and of its chapters. A chapter is one file; the manual's own data stand in `index.md` beside them. */
import { z } from 'zod';
import { language, partialDate, provenance, provisionCitation, text, translation } from './fields.ts';

export const manual = z.strictObject({
  title: text.describe('Title'),
  title_short: text.optional().describe('Short title'),
  language,
  type_document: z.literal('manual').describe('Kind of text: always manual (eli:type_document)'),
  publisher: text.describe('Who publishes it (eli:publisher)'),
  edition: text.optional().describe('Number of the edition'),
  date_document: partialDate.optional(),
  summary: text.describe('One sentence, shown in lists'),
  order: z.int().positive().optional().describe('Place in the list of manuals'),
  chapters: z.array(text).describe('File names of the chapters, in order, without .mdx'),
  complete: z.boolean().describe('False where only summary, checklists and forms exist in this language'),
  cites: z.array(provisionCitation).optional(),
  translation: translation.optional(),
  provenance,
});

export const chapter = z.strictObject({
  title: text.describe('Title'),
  number: z.int().nonnegative().describe('Number of the chapter, as in its file name'),
  summary: text.optional().describe('One sentence on the chapter'),
});

export type Manual = z.infer<typeof manual>;
export type Chapter = z.infer<typeof chapter>;
