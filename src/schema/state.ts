/** Front matter of a State's record: regions, names, and what is known of its participation in the conventions. */
import { z } from 'zod';
import { jurisdiction, m49, partialDate, provenance, text, webAddress } from './fields.ts';

const participation = z.strictObject({
  signature: partialDate.optional(),
  date: partialDate.optional().describe('Day of the instrument of ratification, accession, acceptance, approval or succession'),
  action: z.enum(['ratification', 'accession', 'acceptance', 'approval', 'succession', 'formal_confirmation', 'signature_only', 'not_stated']).describe('UN Treaty Collection terms'),
  source: text,
  verified: z.boolean(),
  note: text.optional(),
});

export const state = z.strictObject({
  iso2: jurisdiction.describe('ISO 3166-1 alpha-2, lower case'),
  iso3: z.string().regex(/^[A-Z]{3}$/, 'an ISO 3166-1 alpha-3 code').optional().describe('ISO 3166-1 alpha-3, capitals'),
  m49: m49.optional(),
  names: z.strictObject({ en: text, fr: text, es: text, ru: text, ar: text, zh: text }).describe('Short names in the interface languages'),
  kind: z.enum(['member_state', 'observer_state', 'organization', 'territory']).describe('Standing at the United Nations'),
  region: m49.optional().describe('UN M49 region'),
  sub_region: m49.optional().describe('UN M49 sub-region'),
  intermediate_region: m49.optional().describe('UN M49 intermediate region'),
  un_group: z.enum(['african', 'asia_pacific', 'eastern_european', 'grulac', 'weog']).optional().describe('UN regional group; from general knowledge unless the provenance says otherwise'),
  group_note: text.optional().describe('What the group rests on'),
  members: z.array(jurisdiction).optional().describe('Members of an organization'),
  legal_system: text.optional().describe('Legal tradition, in words'),
  official_sites: z.array(z.strictObject({ title: text.describe('Name of the site'), url: webAddress })).optional().describe('Official sites that publish laws'),
  participation: z.record(z.string(), participation).describe('Alias of a convention → what is known of the State’s participation'),
  provenance,
});

export type State = z.infer<typeof state>;
