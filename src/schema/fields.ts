/** Fields that several records share, each with its standard. Their descriptions become hover text in editors. */
import { z } from 'zod';
import { isEcli, parseCitation } from '../domain/citation.ts';
import { isPartialDate, isWholeDate } from '../domain/date.ts';
import { isEid } from '../domain/eid.ts';
import { isJurisdiction, isM49 } from '../domain/jurisdiction.ts';
import { LANGUAGE_CODES } from '../domain/language.ts';

/** Message prefix that tells parse.ts to report InvalidDate rather than InvalidValue. */
export const DATE_MESSAGE = 'a date such as "2010", "2010-10" or "2010-10-08"';

export const text = z.string().trim().min(1);
export const partialDate = z
  .string()
  .refine(isPartialDate, DATE_MESSAGE)
  .meta({ description: 'ISO 8601: a year, a month or a day, in quotation marks', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', examples: ['2010', '2010-10', '2010-10-08'] });
export const wholeDate = z
  .string()
  .refine(isWholeDate, DATE_MESSAGE)
  .meta({ description: 'ISO 8601 day, in quotation marks', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2010-10-08'] });
export const language = z.enum(LANGUAGE_CODES as [string, ...string[]]).describe('ISO 639-3 language code');
export const jurisdiction = z.string().refine(isJurisdiction, 'an ISO 3166 code in lower case, such as "ke"').describe('ISO 3166-1 alpha-2 or 3166-2, lower case; un or int for international texts');
export const m49 = z.string().refine(isM49, 'a UN M49 code of three digits, such as "014"').describe('UN M49 code of a region');
export const eid = z.string().refine(isEid, 'an Akoma Ntoso eId, such as "art_18"').describe('Akoma Ntoso eId');
export const citation = z.string().refine((value) => parseCitation(value) !== undefined, 'a reference such as "untoc#art_18"').describe('Alias or path of a work, with # and an eId');
export const provisionCitation = z
  .string()
  .refine((value) => parseCitation(value)?.eid !== undefined, 'a reference to a provision, such as "untoc#art_18"')
  .describe('A provision of a convention or law: alias or path, #, eId');
export const ecli = z.string().refine(isEcli, 'an ECLI such as "ECLI:NL:HR:2009:BF0837"').describe('European Case Law Identifier');
export const webAddress = z.string().regex(/^https?:\/\/\S+$/, 'an address that begins with http:// or https://');

export const SUBJECTS = [
  'organized_crime', 'trafficking_in_persons', 'smuggling_of_migrants', 'firearms', 'drugs', 'money_laundering', 'confiscation', 'corruption',
  'obstruction_of_justice', 'witness_protection', 'victim_protection', 'extradition', 'mutual_legal_assistance', 'transfer_of_sentenced_persons',
  'transfer_of_proceedings', 'joint_investigations', 'law_enforcement_cooperation', 'special_investigative_techniques', 'enforcement_of_judgments', 'cybercrime', 'cultural_property', 'terrorism', 'other',
] as const;
export const subject = z.enum(SUBJECTS).describe('What the text is about');

export const CRIME_TYPES = [
  'trafficking_in_persons', 'smuggling_of_migrants', 'trafficking_in_firearms', 'money_laundering', 'participation_in_organized_criminal_group',
  'drug_trafficking', 'trafficking_in_cultural_property', 'cybercrime', 'counterfeiting', 'obstruction_of_justice', 'corruption', 'other_serious_crime',
] as const;
export const crimeType = z.enum(CRIME_TYPES).describe('Type of crime, as the Conference of the Parties lists them');
export type CrimeType = (typeof CRIME_TYPES)[number];

export const COOPERATION_FORMS = [
  'extradition', 'mutual_legal_assistance', 'joint_investigation', 'european_investigation_order', 'european_arrest_warrant', 'police_cooperation',
  'interpol_notice', 'controlled_operation', 'maritime_cooperation', 'confiscation', 'ncb_confiscation', 'asset_return', 'civil_asset_recovery',
  'transfer_of_sentenced_persons', 'transfer_of_proceedings', 'deportation', 'informal_rendition', 'other_cooperation',
] as const;
export const cooperation = z.enum(COOPERATION_FORMS).describe('Form of international cooperation');

/** Where a record comes from, under which terms, and how far it was checked. On every record. */
export const provenance = z
  .strictObject({
    source: z.array(text).min(1).describe('Where the facts were read: addresses, or descriptions of a publication'),
    official_url: webAddress.optional().describe('Address of the official text, as the source gives it'),
    retrieved: wholeDate.describe('Day on which the sources were read'),
    licence: text.describe('Licence of this record, or of its text where the text is quoted'),
    verified: z.boolean().describe('True where the identity of the record was seen in a source; false where it rests on general knowledge'),
    verification_level: z.enum(['full', 'provisions', 'identity', 'title_only', 'none']).optional().describe('How far the verification went'),
    verified_by: text.optional().describe('Who checked the record against the official text'),
    verified_on: wholeDate.optional().describe('Day of that check'),
    unverified: z.array(text).optional().describe('Statements or fields that no source seen bears out'),
    notes: z.array(text).optional().describe('What a reader should know about the sources'),
  })
  .describe('Where the record comes from and how far it was checked');

export type Provenance = z.infer<typeof provenance>;

export const TRANSLATION_STATUSES = ['original', 'official', 'unofficial', 'machine'] as const;
export const translation = z
  .strictObject({
    status: z.enum(TRANSLATION_STATUSES).describe('original: written in this language; official: by an authority; unofficial: by the library; machine: unreviewed'),
    of: language.optional().describe('Expression of the same work that this one translates and takes its data from'),
    by: text.optional().describe('Who translated it'),
    on: wholeDate.optional().describe('Day of the translation'),
  })
  .describe('Whether the text was written in this language');
