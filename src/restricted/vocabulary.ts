/** Words of the directory: what an authority may be competent for, on which basis, and by which way a request may come. */

/** What an authority is competent for → how the edition calls it. */
export const FUNCTIONS = {
  extradition: 'Extradition',
  mutual_legal_assistance: 'Mutual legal assistance',
  transfer_sentenced_persons: 'Transfer of sentenced persons',
  transfer_criminal_proceedings: 'Transfer of criminal proceedings',
  confiscation_cooperation: 'Cooperation for confiscation',
  asset_recovery: 'Asset recovery',
  illicit_traffic_by_sea: 'Illicit traffic in drugs by sea',
  smuggling_migrants_by_sea: 'Smuggling of migrants by sea',
  firearms_single_point: 'Firearms',
  cultural_property: 'Trafficking in cultural property',
  prevention_toc: 'Prevention of organized crime',
  prevention_corruption: 'Prevention of corruption',
  civil_administrative_corruption: 'Civil and administrative proceedings on corruption',
  terrorism: 'Terrorism',
  joint_investigations: 'Joint investigations',
  electronic_evidence_24_7: 'Electronic evidence, round the clock',
} as const;
export type FunctionName = keyof typeof FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as [FunctionName, ...FunctionName[]];

/** Conventions under which authorities are designated. `work` is the path of the text in the public library. */
export const CONVENTIONS = {
  UNTOC: { name: 'Convention against Transnational Organized Crime', work: 'un/act/convention/unga/2000-11-15/untoc' },
  SOM: { name: 'Smuggling of Migrants Protocol', work: 'un/act/protocol/unga/2000-11-15/smuggling' },
  FIREARMS: { name: 'Firearms Protocol', work: 'un/act/protocol/unga/2001-05-31/firearms' },
  UNCAC: { name: 'Convention against Corruption', work: 'un/act/convention/unga/2003-10-31/uncac' },
  C1988: { name: '1988 Convention against Illicit Traffic in Drugs', work: 'un/act/convention/1988-12-20/illicit-traffic' },
  GA: { name: 'General Assembly resolution', work: undefined },
  other: { name: 'Regional or bilateral text', work: undefined },
} as const;
export type Convention = keyof typeof CONVENTIONS;

/** Basis of a designation → the functions it fits, and the provision in the public library. */
export const LEGAL_BASES = {
  '1988:6': { convention: 'C1988', article: '6', eid: 'art_6', functions: ['extradition'] },
  '1988:7': { convention: 'C1988', article: '7', eid: 'art_7', functions: ['mutual_legal_assistance', 'confiscation_cooperation', 'electronic_evidence_24_7', 'joint_investigations'] },
  '1988:17': { convention: 'C1988', article: '17', eid: 'art_17', functions: ['illicit_traffic_by_sea'] },
  'UNTOC:13': { convention: 'UNTOC', article: '13', eid: 'art_13', functions: ['confiscation_cooperation', 'asset_recovery'] },
  'UNTOC:16': { convention: 'UNTOC', article: '16', eid: 'art_16', functions: ['extradition'] },
  'UNTOC:17': { convention: 'UNTOC', article: '17', eid: 'art_17', functions: ['transfer_sentenced_persons'] },
  'UNTOC:18(13)': { convention: 'UNTOC', article: '18(13)', eid: 'art_18', functions: ['mutual_legal_assistance', 'confiscation_cooperation', 'asset_recovery', 'transfer_criminal_proceedings', 'joint_investigations', 'electronic_evidence_24_7', 'terrorism', 'cultural_property'] },
  'UNTOC:31(6)': { convention: 'UNTOC', article: '31(6)', eid: 'art_31', functions: ['prevention_toc'] },
  'SOM:8(6)': { convention: 'SOM', article: '8(6)', eid: 'art_8', functions: ['smuggling_migrants_by_sea'] },
  'FIREARMS:13(2)': { convention: 'FIREARMS', article: '13(2)', eid: 'art_13', functions: ['firearms_single_point'] },
  'UNCAC:6(3)': { convention: 'UNCAC', article: '6(3)', eid: 'art_6', functions: ['prevention_corruption'] },
  'UNCAC:44': { convention: 'UNCAC', article: '44', eid: 'art_44', functions: ['extradition'] },
  'UNCAC:46(13)': { convention: 'UNCAC', article: '46(13)', eid: 'art_46', functions: ['mutual_legal_assistance', 'confiscation_cooperation', 'asset_recovery', 'civil_administrative_corruption', 'joint_investigations', 'electronic_evidence_24_7'] },
  'UNCAC:54-57': { convention: 'UNCAC', article: '54–57', eid: 'art_54', functions: ['asset_recovery', 'confiscation_cooperation', 'civil_administrative_corruption'] },
  'GA:68/186': { convention: 'GA', article: '68/186', eid: undefined, functions: ['cultural_property'] },
  // A regional or bilateral text may be about anything; legal_basis_text says which it is.
  regional_or_bilateral: { convention: 'other', article: '', eid: undefined, functions: undefined },
} as const satisfies Record<string, { convention: Convention; article: string; eid: string | undefined; functions: readonly FunctionName[] | undefined }>;
export type LegalBasis = keyof typeof LEGAL_BASES;
export const LEGAL_BASIS_NAMES = Object.keys(LEGAL_BASES) as [LegalBasis, ...LegalBasis[]];

export const CHANNELS = ['direct_central_authority', 'direct_judicial', 'diplomatic', 'interpol', 'electronic_mail', 'e_mla_platform', 'regional_network', 'courier', 'fax'] as const;
export const CONDITIONAL = ['always', 'urgent_only', 'copy_in_advance', 'never', 'unknown'] as const;
export const TRI_STATE = ['yes', 'no', 'unknown'] as const;
export const RECORD_STATUSES = ['draft', 'confirmed_by_state', 'public_source_only', 'outdated', 'withdrawn'] as const;
export const AUTHORITY_TYPES = ['ministry_justice', 'ministry_foreign', 'ministry_interior', 'prosecution', 'court', 'police', 'customs', 'coast_guard', 'fiu', 'anticorruption_body', 'prison_service', 'culture_authority', 'other'] as const;
export const ROLES = ['receives', 'sends', 'both', 'executes'] as const;
export const DECLARATIONS = ['takes_as_basis', 'does_not_take', 'no_declaration', 'not_treaty_dependent', 'unknown'] as const;
export const DOCUMENTS = [
  'offence_description_date_place_circumstances_victim', 'legal_characterization', 'jurisdiction_and_limitation_statement', 'detention_order', 'text_of_provisions', 'identification_data',
  'judgment', 'remaining_sentence', 'consent_of_person', 'statement_in_absentia', 'restraint_order', 'confiscation_order', 'finality_certificate', 'asset_link_statement',
  'third_party_notice_proof', 'assurance', 'other',
] as const;
export const NETWORKS = ['EJN', 'IberRed', 'ARIN', 'CARIN', 'GlobE', 'WACAP', 'SEAJust', 'HoA_HNOPs', 'CASC', 'other'] as const;
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** Values whose words are not simply their code with spaces. */
const SAID: Record<string, string> = {
  ...FUNCTIONS,
  fiu: 'financial intelligence unit', ministry_justice: 'ministry of justice', ministry_foreign: 'ministry of foreign affairs', ministry_interior: 'ministry of the interior',
  anticorruption_body: 'anti-corruption body', interpol: 'INTERPOL', e_mla_platform: 'platform for electronic requests', electronic_mail: 'e-mail',
  direct_central_authority: 'directly to the central authority', direct_judicial: 'directly between judicial authorities', diplomatic: 'diplomatic channel',
  takes_as_basis: 'takes the Convention as the legal basis for extradition', does_not_take: 'does not take the Convention as the legal basis', no_declaration: 'has made no declaration',
  not_treaty_dependent: 'needs no treaty for extradition', urgent_only: 'in urgent cases only', copy_in_advance: 'as a copy in advance', unknown: 'not known',
  confirmed_by_state: 'confirmed by the State', public_source_only: 'from public sources only',
  offence_description_date_place_circumstances_victim: 'description of the offence: date, place, circumstances, victim', jurisdiction_and_limitation_statement: 'statement on jurisdiction and limitation',
  text_of_provisions: 'text of the provisions applied', statement_in_absentia: 'statement on a judgment in absentia', asset_link_statement: 'statement linking the assets to the offence',
  third_party_notice_proof: 'proof of notice to third parties', consent_of_person: 'consent of the person',
  mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday',
  HoA_HNOPs: 'HoA HNOPs', both: 'both', none: 'none',
};

/** Code of a vocabulary → words: `coercive_only` → `coercive only`. */
export function inWords(code: string): string {
  return (Object.hasOwn(SAID, code) ? SAID[code] : undefined) ?? code.replaceAll('_', ' ');
}

/** Short names by which an article is cited. */
export const BASIS_TEXTS = { UNTOC: 'UNTOC', UNCAC: 'UNCAC', SOM: 'Smuggling of Migrants Protocol', FIREARMS: 'Firearms Protocol', C1988: '1988 Convention' } as const;

/** Basis of a designation → words: `UNTOC:18(13)` → `UNTOC, article 18(13)`. */
export function basisInWords(basis: LegalBasis): string {
  const { convention, article } = LEGAL_BASES[basis];
  if (convention === 'other') return 'regional or bilateral text';
  return convention === 'GA' ? `General Assembly resolution ${article}` : `${BASIS_TEXTS[convention]}, article ${article}`;
}
