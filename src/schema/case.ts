/** Front matter of a case: the digest of one decision. The text is ours; parties are named as the court published them, victims never. */
import { z } from 'zod';
import { cooperation, crimeType, ecli, jurisdiction, language, partialDate, provenance, provisionCitation, subject, text, translation, webAddress } from './fields.ts';

const person = z.strictObject({
  role: z.enum(['defendant', 'respondent', 'applicant', 'requested_person', 'victim', 'migrant', 'legal_person', 'authority']).describe('Part in the case'),
  label: text.describe('As the court published it; victims and witnesses by "victim 1" only'),
  gender: z.enum(['female', 'male', 'other', 'not_stated']).optional(),
  age: z.enum(['child', 'adult', 'not_stated']).optional(),
  nationality: z.array(jurisdiction).optional(),
  count: z.int().positive().optional().describe('More than one where the entry stands for a group'),
  charges: z.array(z.strictObject({ charge: text, provision: text.optional(), verdict: text.optional(), sentence: text.optional(), fine: text.optional() })).optional(),
});

const proceeding = z.strictObject({
  court: text.describe('Court of this stage'),
  date: partialDate.optional().describe('Day of its decision'),
  number: text.optional().describe('Case number there'),
  stage: z.enum(['first_instance', 'appeal', 'cassation', 'constitutional', 'international', 'execution', 'other']).optional(),
  outcome: text.optional().describe('What it decided'),
});

/** Case-specific facts of trafficking in persons, with one closed vocabulary (field names as practitioners know them). */
const trafficking = z.strictObject({
  acts: z.array(z.enum(['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'])).optional(),
  means: z.array(z.enum(['threat_or_force', 'abduction', 'fraud', 'deception', 'abuse_of_power_or_vulnerability', 'payments_for_consent'])).optional(),
  purposes: z.array(z.enum(['sexual_exploitation', 'forced_labour', 'slavery', 'servitude', 'organ_removal', 'forced_begging', 'forced_criminality', 'other'])).optional(),
  form: z.array(z.enum(['transnational', 'internal', 'organized_criminal_group'])).optional(),
  sectors: z.array(text).optional(),
});

const assets = z.strictObject({
  cluster: text.optional().describe('Name shared by related actions'),
  origin: z.array(jurisdiction).optional(),
  location: z.array(jurisdiction).optional(),
  transit: z.array(jurisdiction).optional(),
  amount: text.optional().describe('Amount with its currency (ISO 4217)'),
});

const workKeys = {
  type_document: z.literal('judgment').describe('Kind of text: always judgment (eli:type_document)'),
  jurisdiction: jurisdiction.describe('State of the court; for an international court the State concerned'),
  court: text.describe('Name of the court that decided'),
  court_type: z.enum(['national', 'international', 'regional', 'treaty_body', 'arbitral', 'other']).describe('Kind of court'),
  registry: text.optional().describe('Seat or division of the court'),
  judges: z.array(text).optional().describe('Judges, as the decision names them'),
  date_document: partialDate.describe('Day of the decision; a year or month where no more was seen'),
  date_note: text.optional().describe('What is not known of the date'),
  hearing_date: partialDate.optional().describe('Day of the hearing'),
  id_local: text.optional().describe('Citations and case numbers as lawyers write them'),
  case_number: text.optional().describe('Number of the case at the court'),
  ecli: ecli.optional(),
  mnc: text.optional().describe('Media neutral citation'),
  legal_system: z.enum(['common_law', 'civil_law', 'mixed', 'islamic_law', 'customary', 'international']).optional().describe('Legal tradition of the court'),
  crime_types: z.array(crimeType).min(1),
  is_about: z.array(subject).optional(),
  cooperation: z.array(cooperation),
  countries: z.array(jurisdiction).min(1).describe('All States and territories involved'),
  applies: z.array(provisionCitation).describe('Articles the decision relies on, cites or is compared with in the sources'),
  illustrates: z.array(provisionCitation).optional().describe('Articles whose subject the case shows in practice, whether or not the court named them'),
  cites_text: z.array(text).optional().describe('Provisions relied on, as the sources name them'),
  legal_basis: text.optional().describe('Treaty or law that cooperation rested on, in words'),
  convention_note: text.optional().describe('What part the Convention or a Protocol plays in the case, as far as seen'),
  persons: z.array(person).optional().describe('Persons of the case; victims and witnesses are never named'),
  proceedings: z.array(proceeding).optional().describe('Stages of the proceedings, first to last'),
  trafficking: trafficking.optional().describe('Facts of a case of trafficking in persons'),
  assets: assets.optional().describe('Assets the case is about'),
  attachments: z.array(webAddress).optional().describe('Addresses of documents of the case'),
  must_be_anonymised: z.boolean().optional().describe('True where the court ordered that names be left out'),
  anonymised: z.boolean().optional().describe('True where names were left out here'),
};

/** Names of the keys that a translation takes from the expression it translates. */
export const CASE_WORK_KEYS = Object.keys(workKeys) as (keyof typeof workKeys)[];

const expressionKeys = {
  title: text.describe('Name of the case'),
  title_alternative: z.array(text).optional().describe('Other names of the case'),
  language,
  text: z.enum(['summary', 'full']).describe('summary: our own words; full: the text of the decision'),
  summary: text.optional().describe('What the case decides or shows, in one sentence'),
  flynote: z.array(text).optional().describe('Keywords'),
  translation: translation.optional(),
  provenance,
};

export const caseRecord = z.strictObject({ ...workKeys, ...expressionKeys });

export const caseTranslation = caseRecord.partial().required({ title: true, language: true, text: true, provenance: true }).extend({
  translation: translation.required({ of: true }),
});

export type Case = z.infer<typeof caseRecord>;
