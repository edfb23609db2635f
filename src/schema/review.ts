/** Reviews: what an editor found when looking for a State's law on an article. What provisions show needs no review of its own. */
import { z } from 'zod';
import { jurisdiction, provisionCitation, text, wholeDate } from './fields.ts';

export const review = z.strictObject({
  state: jurisdiction,
  article: provisionCitation,
  finding: z.enum(['found', 'partly', 'not_found']).describe('not_found: looked for and not found'),
  basis: text.describe('Where it was looked for'),
  on: wholeDate,
  by: text.describe('Who looked'),
});

export const reviews = z.array(review);

export type Review = z.infer<typeof review>;
