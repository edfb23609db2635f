/** Front matter of the two kinds of page that explain: types of crime, and regional networks. */
import { z } from 'zod';
import { cooperation, crimeType, jurisdiction, language, m49, partialDate, provenance, provisionCitation, subject, text, translation, webAddress } from './fields.ts';

export const crime = z.strictObject({
  crime_type: crimeType,
  title: text.describe('Title of the page'),
  language,
  summary: text.describe('One sentence, shown in lists'),
  articles: z.array(provisionCitation).describe('Articles that deal with this crime'),
  is_about: z.array(subject).describe('Subjects of laws listed on the page'),
  translation: translation.optional(),
  provenance,
});

export const network = z.strictObject({
  title: text.describe('Title of the page'),
  title_short: text.optional().describe('Short name'),
  language,
  summary: text.describe('One sentence, shown in lists'),
  founded: partialDate.optional(),
  members: z.array(jurisdiction).describe('Members as far as a source seen names them'),
  members_note: text.optional().describe('What the list of members rests on'),
  regions: z.array(m49),
  cooperation: z.array(cooperation).optional(),
  url: webAddress.optional().describe('Address of the network’s own site'),
  translation: translation.optional(),
  provenance,
});

export type Crime = z.infer<typeof crime>;
export type Network = z.infer<typeof network>;
