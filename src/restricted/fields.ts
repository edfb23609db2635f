/**
 * The fields of a record: where each stands, how the edition calls it, and who may read it.
 *
 * `public` fields are facts that a State publishes itself; `restricted` ones are for designated authorities; `internal` ones are for
 * the Secretariat and stand in no edition. All three kinds stay out of the public library: the level says what the edition may show.
 */
export type PublishLevel = 'public' | 'restricted' | 'internal';

export interface Field {
  /** Key of the group in the record; `record` means the top of the record. */
  group: 'record' | 'identity' | 'contact' | 'operation' | 'mandate' | 'treaty_position' | 'conditions' | 'documents' | 'transmission' | 'urgency' | 'practice' | 'law';
  name: string;
  label: string;
  publish: PublishLevel;
}

/** Group → its heading. */
export const GROUPS: Record<Field['group'], string> = {
  record: 'Record', identity: 'Identity', contact: 'Contact', operation: 'Hours and languages', mandate: 'Competent for', treaty_position: 'Position under treaties',
  conditions: 'Requirements in law', documents: 'Documents', transmission: 'How a request is sent', urgency: 'Urgent cases', practice: 'Practice', law: 'Laws and remarks',
};

/** The 96 fields of a directory of competent national authorities, in the order of the record. */
export const FIELDS: readonly Field[] = [
  { group: 'record', name: 'id', label: 'Identifier', publish: 'public' },
  { group: 'record', name: 'country', label: 'State', publish: 'public' },
  { group: 'record', name: 'territory', label: 'Territory', publish: 'public' },
  { group: 'record', name: 'status', label: 'Status', publish: 'public' },
  { group: 'record', name: 'last_confirmed', label: 'Last confirmed', publish: 'public' },
  { group: 'record', name: 'source_urls', label: 'Sources', publish: 'public' },
  { group: 'record', name: 'reviewer', label: 'Reviewed by', publish: 'internal' },
  { group: 'record', name: 'change_log', label: 'Changes', publish: 'public' },
  { group: 'identity', name: 'name_official', label: 'Official name', publish: 'public' },
  { group: 'identity', name: 'name_en', label: 'Name in English', publish: 'public' },
  { group: 'identity', name: 'names_other', label: 'Name in other languages', publish: 'public' },
  { group: 'identity', name: 'unit', label: 'Unit', publish: 'public' },
  { group: 'identity', name: 'authority_type', label: 'Kind of authority', publish: 'public' },
  { group: 'identity', name: 'contact_role', label: 'Whom to ask for (role, no name)', publish: 'public' },
  { group: 'contact', name: 'postal_address', label: 'Postal address', publish: 'public' },
  { group: 'contact', name: 'street_address', label: 'Address for couriers', publish: 'public' },
  { group: 'contact', name: 'phones', label: 'Telephone', publish: 'restricted' },
  { group: 'contact', name: 'phone_24_7', label: 'Telephone, day and night', publish: 'restricted' },
  { group: 'contact', name: 'fax', label: 'Fax', publish: 'restricted' },
  { group: 'contact', name: 'emails', label: 'E-mail', publish: 'restricted' },
  { group: 'contact', name: 'secure_email', label: 'Secure e-mail', publish: 'restricted' },
  { group: 'contact', name: 'website', label: 'Web site', publish: 'public' },
  { group: 'operation', name: 'office_hours', label: 'Office hours', publish: 'public' },
  { group: 'operation', name: 'break_hours', label: 'Break', publish: 'public' },
  { group: 'operation', name: 'time_zone', label: 'Time zone', publish: 'public' },
  { group: 'operation', name: 'gmt_offset', label: 'Offset from UTC in winter', publish: 'public' },
  { group: 'operation', name: 'daylight_saving', label: 'Summer time', publish: 'public' },
  { group: 'operation', name: 'holidays_url', label: 'Public holidays', publish: 'public' },
  { group: 'operation', name: 'working_languages', label: 'Working languages', publish: 'public' },
  { group: 'operation', name: 'request_languages', label: 'Languages of requests', publish: 'public' },
  { group: 'mandate', name: 'function', label: 'Function', publish: 'public' },
  { group: 'mandate', name: 'legal_basis', label: 'Designated under', publish: 'public' },
  { group: 'mandate', name: 'legal_basis_text', label: 'Other basis', publish: 'public' },
  { group: 'mandate', name: 'role', label: 'Role', publish: 'public' },
  { group: 'mandate', name: 'scope_limits', label: 'Limits of competence', publish: 'public' },
  { group: 'mandate', name: 'designated_on', label: 'Designated on', publish: 'public' },
  { group: 'mandate', name: 'notification_ref', label: 'Depositary notification', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_16_5_declaration', label: 'UNTOC art. 16(5) declaration', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_16_5_date', label: 'Date of the declaration', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_16_5_source', label: 'Source of the declaration', publish: 'public' },
  { group: 'treaty_position', name: 'treaty_needed_extradition', label: 'Treaty needed for extradition', publish: 'public' },
  { group: 'treaty_position', name: 'treaty_needed_mla', label: 'Treaty needed for mutual legal assistance', publish: 'public' },
  { group: 'treaty_position', name: 'treaty_needed_transfer', label: 'Treaty needed for transfer', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_used_as_basis', label: 'UNTOC used as legal basis', publish: 'public' },
  { group: 'treaty_position', name: 'reciprocity_accepted', label: 'Reciprocity accepted', publish: 'public' },
  { group: 'treaty_position', name: 'treaties_in_force', label: 'Treaties in force', publish: 'public' },
  { group: 'treaty_position', name: 'reservations', label: 'Reservations', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_18_13_authority', label: 'Authority under UNTOC art. 18(13)', publish: 'public' },
  { group: 'treaty_position', name: 'untoc_18_14_languages', label: 'Languages under UNTOC art. 18(14)', publish: 'public' },
  { group: 'conditions', name: 'dual_criminality', label: 'Dual criminality', publish: 'public' },
  { group: 'conditions', name: 'minimum_penalty', label: 'Least penalty (months)', publish: 'public' },
  { group: 'conditions', name: 'nationals_extradited', label: 'Extradites its nationals', publish: 'public' },
  { group: 'conditions', name: 'evidence_standard', label: 'Evidence required', publish: 'public' },
  { group: 'conditions', name: 'mandatory_refusals', label: 'Refuses when', publish: 'public' },
  { group: 'conditions', name: 'discretionary_refusals', label: 'May refuse when', publish: 'public' },
  { group: 'conditions', name: 'assurances_usual', label: 'Assurances usually asked for', publish: 'public' },
  { group: 'conditions', name: 'use_limitation', label: 'Limits on use', publish: 'public' },
  { group: 'conditions', name: 'confidentiality', label: 'Confidentiality', publish: 'public' },
  { group: 'conditions', name: 'costs', label: 'Costs', publish: 'public' },
  { group: 'conditions', name: 'minimum_value', label: 'Least value', publish: 'public' },
  { group: 'documents', name: 'required_documents', label: 'Documents required', publish: 'public' },
  { group: 'documents', name: 'originals_needed', label: 'Originals needed', publish: 'public' },
  { group: 'documents', name: 'copies', label: 'Copies', publish: 'public' },
  { group: 'documents', name: 'authentication', label: 'Authentication', publish: 'public' },
  { group: 'documents', name: 'translation', label: 'Translation', publish: 'public' },
  { group: 'documents', name: 'model_form_url', label: 'Model forms', publish: 'public' },
  { group: 'documents', name: 'special_documents', label: 'Special documents', publish: 'public' },
  { group: 'transmission', name: 'channels', label: 'Channels', publish: 'public' },
  { group: 'transmission', name: 'interpol_acceptance', label: 'Requests through INTERPOL', publish: 'public' },
  { group: 'transmission', name: 'interpol_ncb', label: 'INTERPOL National Central Bureau', publish: 'public' },
  { group: 'transmission', name: 'email_acceptance', label: 'Requests by e-mail', publish: 'public' },
  { group: 'transmission', name: 'electronic_signature', label: 'Electronic signature accepted', publish: 'public' },
  { group: 'transmission', name: 'direct_contact_encouraged', label: 'Draft may be shown beforehand', publish: 'public' },
  { group: 'urgency', name: 'urgent_procedure', label: 'In urgent cases', publish: 'public' },
  { group: 'urgency', name: 'oral_request', label: 'Oral requests', publish: 'public' },
  { group: 'urgency', name: 'confirm_within', label: 'Confirm in writing within', publish: 'public' },
  { group: 'urgency', name: 'provisional_arrest', label: 'Provisional arrest', publish: 'public' },
  { group: 'urgency', name: 'ship_request_answer_time', label: 'Answers requests about ships within', publish: 'restricted' },
  { group: 'urgency', name: 'ship_request_contents', label: 'A request about a ship states', publish: 'public' },
  { group: 'urgency', name: 'data_preservation_contact', label: 'Contact for preservation of data', publish: 'restricted' },
  { group: 'practice', name: 'usual_time', label: 'Usual time', publish: 'public' },
  { group: 'practice', name: 'simplified_extradition', label: 'Simplified extradition', publish: 'public' },
  { group: 'practice', name: 'video_link', label: 'Hearing by video link', publish: 'public' },
  { group: 'practice', name: 'joint_investigation_teams', label: 'Joint investigation teams', publish: 'public' },
  { group: 'practice', name: 'foreign_restraint_orders', label: 'Foreign restraint orders', publish: 'public' },
  { group: 'practice', name: 'foreign_confiscation_orders', label: 'Foreign confiscation orders', publish: 'public' },
  { group: 'practice', name: 'non_conviction_orders', label: 'Orders without conviction', publish: 'public' },
  { group: 'practice', name: 'value_based_orders', label: 'Value-based orders', publish: 'public' },
  { group: 'practice', name: 'asset_sharing', label: 'Sharing of assets', publish: 'public' },
  { group: 'practice', name: 'sentence_method', label: 'Foreign sentence is', publish: 'public' },
  { group: 'practice', name: 'transfer_consent', label: 'Consent to transfer', publish: 'public' },
  { group: 'practice', name: 'networks', label: 'Networks', publish: 'public' },
  { group: 'practice', name: 'liaison_magistrates', label: 'Liaison magistrates', publish: 'public' },
  { group: 'law', name: 'law_links', label: 'Laws', publish: 'public' },
  { group: 'law', name: 'guides', label: 'Guides', publish: 'public' },
  { group: 'law', name: 'remarks', label: 'Remarks', publish: 'public' },
];

const byName = new Map(FIELDS.map((field) => [field.name, field]));

/** How the edition calls a field; a key that is no field of its own is called by its words. */
export function labelOf(name: string): string {
  return byName.get(name)?.label ?? EXTRA_LABELS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;
}

/** Parts of fields, and what this library adds to the 96. */
const EXTRA_LABELS: Record<string, string> = {
  confirmed_by: 'Confirmed by', procedure: 'Requirements by kind of request', lang: 'Language', url: 'Address', text: 'Notes', ncb: 'Bureau', gist: 'What it says', work: 'In the public library',
  max_days: 'At most (days)', extension_days: 'Extension (days)', text_needed: 'The message must say', in_prosecution_months: 'To prosecute (months)', remaining_sentence_months: 'Left to serve (months)',
  from: 'From', to: 'To', sample: 'Sample', when: 'When', number: 'Number', address: 'Address', purpose: 'For', key_url: 'Address of the key', in_force: 'In force since', what: 'What',
};

/** True where the edition shows a field: all but those for the Secretariat alone. */
export function isShown(name: string): boolean {
  return byName.get(name)?.publish !== 'internal';
}
