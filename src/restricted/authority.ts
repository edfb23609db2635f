/**
 * Front matter of a competent national authority. The 96 fields of fields.ts, in their groups; what is said once for each kind of
 * request (requirements in law, documents, transmission) stands together under `procedure`, and the position of the State under
 * treaties stands in the record of one authority of that State, which speaks for it.
 *
 * Runs in the browser too: the form on an authority's page checks with this very schema.
 */
import { z } from 'zod';
import { isSampleCode } from '../domain/jurisdiction.ts';
import { jurisdiction, partialDate, text, webAddress, wholeDate } from '../schema/fields.ts';
import { CHANNELS, AUTHORITY_TYPES, CONDITIONAL, DAYS, DECLARATIONS, DOCUMENTS, FUNCTION_NAMES, LEGAL_BASES, LEGAL_BASIS_NAMES, NETWORKS, RECORD_STATUSES, ROLES, TRI_STATE, basisInWords, inWords } from './vocabulary.ts';
import { minutesOf, offsetInWinter } from './zone.ts';

const triState = z.enum(TRI_STATE).describe('In quotation marks: a bare yes would be a boolean to YAML 1.1');
const conditional = z.enum(CONDITIONAL);
const functionName = z.enum(FUNCTION_NAMES);
const languageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 tag such as "fr" or "zh-Hans"').describe('BCP 47');
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as "08:30"').describe('HH:MM, local time');
/** Midnight at the end of a day. */
const endTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as "08:30"').describe('HH:MM, local time');
const duration = z.string().regex(/^P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/, 'an ISO 8601 duration such as "P30D" or "PT4H"').describe('ISO 8601 duration');
const telephone = z.string().regex(/^\+[1-9](?:[ ()-]{0,2}\d){6,14}$/, 'a number with its country code, such as "+999 20 555 0100"').describe('E.164, spaces allowed');
const mail = z.string().regex(/^[^\s@<>",;]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/, 'an e-mail address').describe('A functional mailbox, not a person’s');
const whole = z.number().int().min(0).max(100_000);
export const AUTHORITY_ID = /^[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const authorityId = z.string().max(80).regex(AUTHORITY_ID, 'an identifier such as "xa-sample-justice"');

const address = z.strictObject({ lines: z.array(text).min(1), city: text, postcode: text.optional(), country: text });
const byFunction = <Value extends z.ZodType>(value: Value) =>
  z.strictObject(Object.fromEntries(FUNCTION_NAMES.map((name) => [name, value.optional()])) as { [name in (typeof FUNCTION_NAMES)[number]]: z.ZodOptional<Value> });
const titled = { title: text, url: webAddress.optional() };

const identity = z.strictObject({
  name_official: text.describe('Name in the official language'),
  name_en: text.describe('Name in English'),
  names_other: z.array(z.strictObject({ lang: languageTag, name: text })).optional(),
  unit: text.optional().describe('Unit that answers'),
  authority_type: z.enum(AUTHORITY_TYPES),
  contact_role: z.array(text).optional().describe('Role to ask for; never a person’s name'),
});

const contact = z.strictObject({
  postal_address: address,
  street_address: address.optional().describe('For couriers, where another'),
  phones: z.array(z.strictObject({ number: telephone, purpose: text.optional(), hours: text.optional() })).optional(),
  phone_24_7: telephone.optional().describe('Answered day and night'),
  fax: z.array(telephone).optional(),
  emails: z.array(z.strictObject({ address: mail, purpose: text.optional() })).optional(),
  secure_email: z.strictObject({ kind: text, key_url: webAddress.optional() }).optional(),
  website: z.array(webAddress).optional(),
});

const operation = z.strictObject({
  office_hours: z.array(z.strictObject({ days: z.array(z.enum(DAYS)).min(1), from: time, to: endTime })).optional().describe('A time before the other runs over midnight'),
  break_hours: z.strictObject({ from: time, to: time }).optional(),
  time_zone: z.string().refine((zone) => offsetInWinter(zone) !== undefined, 'an IANA time zone such as "Africa/Nairobi"').describe('IANA time zone'),
  gmt_offset: z.string().regex(/^[+-]\d{2}:\d{2}$/, 'an offset such as "+03:00"').optional().describe('In winter'),
  daylight_saving: triState.optional(),
  holidays_url: webAddress.optional(),
  working_languages: z.array(languageTag).min(1),
  request_languages: z.array(z.strictObject({ lang: languageTag, when: z.enum(['always', 'urgent_only', 'with_translation']) })).min(1).describe('UNTOC art. 18(14)'),
});

const mandate = z.strictObject({
  function: functionName,
  legal_basis: z.array(z.enum(LEGAL_BASIS_NAMES)).min(1),
  legal_basis_text: z.array(text).optional().describe('Name of the regional or bilateral text'),
  role: z.enum(ROLES),
  scope_limits: text.optional().describe('Kinds of offence, stage of the case, part of the territory'),
  designated_on: partialDate.optional(),
  notification_ref: text.optional().describe('Depositary notification, C.N. …'),
});

const treatyPosition = z.strictObject({
  untoc_16_5_declaration: z.enum(DECLARATIONS),
  untoc_16_5_date: partialDate.optional(),
  untoc_16_5_source: webAddress.optional(),
  treaty_needed_extradition: triState,
  treaty_needed_mla: triState,
  treaty_needed_transfer: triState,
  untoc_used_as_basis: byFunction(triState),
  reciprocity_accepted: byFunction(triState).optional(),
  treaties_in_force: z.array(z.strictObject({ ...titled, partner: text.optional(), in_force: partialDate.optional() })).optional(),
  reservations: z.array(z.strictObject({ treaty: text, article: text.optional(), gist: text, url: webAddress.optional() })).optional(),
  untoc_18_13_authority: z.array(authorityId).min(1),
  untoc_18_14_languages: z.array(languageTag).optional(),
});

const conditions = z.strictObject({
  dual_criminality: z.enum(['always', 'coercive_only', 'waivable', 'not_needed', 'unknown']),
  minimum_penalty: z.strictObject({ in_prosecution_months: whole.optional(), remaining_sentence_months: whole.optional() }).optional(),
  nationals_extradited: z.enum(['yes', 'no', 'conditional', 'unknown']).optional(),
  evidence_standard: z.enum(['none', 'summary', 'prima_facie', 'probable_cause', 'record_of_case', 'other']).optional(),
  mandatory_refusals: z.array(text).optional(),
  discretionary_refusals: z.array(text).optional(),
  assurances_usual: z.array(text).optional(),
  use_limitation: text.optional(),
  confidentiality: text.optional(),
  costs: text.optional(),
  minimum_value: z.strictObject({ amount: whole, currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"') }).optional(),
});

const documents = z.strictObject({
  required_documents: z.array(z.enum(DOCUMENTS)).min(1),
  originals_needed: triState.optional(),
  copies: whole.optional(),
  authentication: z.enum(['none', 'seal_or_signature', 'certified_copy', 'apostille', 'legalization', 'unknown']),
  translation: z.enum(['none', 'plain', 'certified', 'sworn', 'unknown']),
  model_form_url: z.array(webAddress).optional(),
  special_documents: z.array(text).optional(),
});

const transmission = z.strictObject({
  channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), when: conditional })).min(1),
  interpol_acceptance: conditional.describe('UNTOC art. 18(13): in urgent cases, where agreed'),
  interpol_ncb: text.optional(),
  email_acceptance: conditional,
  electronic_signature: triState.optional(),
  direct_contact_encouraged: triState.optional(),
});

const urgency = z.strictObject({
  urgent_procedure: text,
  oral_request: triState.optional().describe('UNTOC art. 18(14)'),
  confirm_within: duration.optional(),
  provisional_arrest: z.strictObject({ accepted: triState, max_days: whole.optional(), extension_days: whole.optional(), channels: z.array(z.enum(CHANNELS)).optional(), text_needed: text.optional() }).optional(),
  ship_request_answer_time: duration.optional(),
  ship_request_contents: z.array(text).optional(),
  data_preservation_contact: authorityId.optional(),
});

const practice = z.strictObject({
  usual_time: byFunction(duration).optional(),
  simplified_extradition: triState.optional(),
  video_link: triState.optional(),
  joint_investigation_teams: triState.optional(),
  foreign_restraint_orders: z.enum(['direct', 'indirect', 'both', 'none', 'unknown']).optional(),
  foreign_confiscation_orders: z.enum(['direct', 'indirect', 'both', 'none', 'unknown']).optional(),
  non_conviction_orders: triState.optional(),
  value_based_orders: triState.optional(),
  asset_sharing: text.optional(),
  sentence_method: z.enum(['continued', 'converted', 'both', 'unknown']).optional(),
  transfer_consent: z.enum(['required', 'some_exceptions', 'unknown']).optional(),
  networks: z.array(z.enum(NETWORKS)).optional(),
  liaison_magistrates: z.array(text).optional().describe('Where they are posted; no names'),
});

const law = z.strictObject({
  law_links: z.array(z.strictObject({ ...titled, date: partialDate.optional(), lang: languageTag.optional(), gist: text.optional(), work: z.string().regex(/^[a-z0-9][\w/.-]*(?:#[\w-]+)?$/, 'a path of the public library such as "ke/act/2009/9"').optional().describe('Work of the public library, with # and an eId') })).optional(),
  guides: z.array(z.strictObject(titled)).optional(),
  remarks: text.optional(),
});

/** What is asked of a request, once for each function. */
const procedure = z.strictObject({ function: functionName, conditions, documents, transmission });

const fields = z.strictObject({
  id: authorityId,
  country: jurisdiction.describe('ISO 3166-1 alpha-2, lower case; "no" for Norway in quotation marks'),
  territory: z.array(text).optional(),
  sample: z.literal(true).optional().describe('A made-up record under a user-assigned code'),
  status: z.enum(RECORD_STATUSES),
  last_confirmed: wholeDate,
  confirmed_by: text.describe('Office or role that confirmed the record; no person'),
  source_urls: z.array(webAddress).min(1),
  reviewer: text.optional().describe('Desk of the Secretariat that reviewed the record; in no edition'),
  change_log: z.array(z.strictObject({ date: wholeDate, what: text, source: text })).optional(),
  identity,
  contact,
  operation,
  mandate: z.array(mandate).min(1).describe('One block for each function'),
  treaty_position: treatyPosition.optional().describe('Of the State; in the record of one of its authorities'),
  procedure: z.array(procedure).optional().describe('One block for each function whose requests this authority receives'),
  urgency,
  practice: practice.optional(),
  law: law.optional(),
});

type Fields = z.infer<typeof fields>;

/** A complaint about what each field allows but the record as a whole does not. */
interface Complaint {
  path: (string | number)[];
  message: string;
}

/** Rules that hold within one record; what holds between records is in cross-checks.ts. */
export const authority = fields.superRefine((record, context) => {
  for (const { path, message } of [...identityComplaints(record), ...mandateComplaints(record), ...hourComplaints(record), ...treatyComplaints(record)]) {
    context.addIssue({ code: 'custom', path, message });
  }
});

export type Authority = z.infer<typeof authority>;
export type Procedure = NonNullable<Authority['procedure']>[number];

function identityComplaints({ id, country, sample, identity: { name_en } }: Fields): Complaint[] {
  const complaints: Complaint[] = [];
  if (!id.startsWith(`${country}-`)) complaints.push({ path: ['id'], message: `an identifier that begins with "${country}-"` });
  if (isSampleCode(country) && !sample) complaints.push({ path: ['country'], message: 'a code of ISO 3166; XA to XZ are for records marked "sample: true"' });
  if (sample && !isSampleCode(country)) complaints.push({ path: ['country'], message: 'a user-assigned code xa to xz, since the record is a sample' });
  if (sample && !name_en.startsWith('Sample ')) complaints.push({ path: ['identity', 'name_en'], message: 'a name that begins with "Sample", since the record is one' });
  return complaints;
}

function mandateComplaints({ mandate: mandates, procedure: procedures = [] }: Fields): Complaint[] {
  const complaints: Complaint[] = [];
  const competent = new Map<string, number>();
  mandates.forEach((block, index) => {
    const { function: name, legal_basis, legal_basis_text, role } = block;
    if (competent.has(name)) complaints.push({ path: ['mandate', index, 'function'], message: 'one block for each function' });
    competent.set(name, index);
    legal_basis.forEach((basis, place) => {
      const fits: readonly string[] | undefined = LEGAL_BASES[basis].functions;
      if (fits && !fits.includes(name)) complaints.push({ path: ['mandate', index, 'legal_basis', place], message: `a basis for ${inWords(name).toLowerCase()}; ${basisInWords(basis)} is about ${fits.map((fit) => inWords(fit).toLowerCase()).join(', ')}` });
      if (basis === 'regional_or_bilateral' && !legal_basis_text?.length) complaints.push({ path: ['mandate', index, 'legal_basis', place], message: 'the name of that text under legal_basis_text' });
    });
    if ((role === 'receives' || role === 'both') && !procedures.some((entry) => entry.function === name)) complaints.push({ path: ['mandate', index, 'function'], message: `what a request needs, in a block of procedure for ${name}` });
  });
  const described = new Set<string>();
  procedures.forEach((entry, index) => {
    if (!competent.has(entry.function)) complaints.push({ path: ['procedure', index, 'function'], message: 'a function of this authority’s mandate' });
    if (described.has(entry.function)) complaints.push({ path: ['procedure', index, 'function'], message: 'one block for each function' });
    described.add(entry.function);
  });
  return complaints;
}

/** A desk may be open from 18:00 to 08:00; from 08:00 to 07:30 is a slip of the pen. */
const LONGEST_NIGHT = 16;

function hourComplaints({ operation: { office_hours = [], break_hours, time_zone, gmt_offset } }: Fields): Complaint[] {
  const complaints: Complaint[] = office_hours.flatMap(({ from, to }, index) => {
    const hours = (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60) / 60;
    return from < to || (from !== to && hours <= LONGEST_NIGHT) ? [] : [{ path: ['operation', 'office_hours', index, 'to'], message: `a time after ${from}, or hours over midnight of at most ${LONGEST_NIGHT} hours` }];
  });
  if (break_hours && break_hours.from >= break_hours.to) complaints.push({ path: ['operation', 'break_hours', 'to'], message: `a time after ${break_hours.from}` });
  const winter = offsetInWinter(time_zone);
  if (gmt_offset !== undefined && winter !== undefined && gmt_offset !== winter) complaints.push({ path: ['operation', 'gmt_offset'], message: `\`${winter}\`, the winter time of ${time_zone}` });
  return complaints;
}

function treatyComplaints({ treaty_position: position }: Fields): Complaint[] {
  if (position?.untoc_used_as_basis.extradition !== 'yes' || ['takes_as_basis', 'not_treaty_dependent'].includes(position.untoc_16_5_declaration)) return [];
  return [{ path: ['treaty_position', 'untoc_used_as_basis', 'extradition'], message: '`no` or `unknown`, since the declaration under article 16(5) does not take the Convention as a basis' }];
}
