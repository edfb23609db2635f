/**
 * node scripts/run.mjs restricted/sample/generate.ts
 *
 * Writes the sample authorities of restricted/authorities/. All of it is made up: user-assigned codes XA to XZ (ISO 3166-1), domains
 * of RFC 2606, numbers under +999 (assigned to nobody) with 555 in them. No person, office, number or address is real. The same run
 * gives the same bytes. The texts of the samples stand in this folder only, so that a search of public sources never meets them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { authority, type Authority } from '../../src/restricted/authority.ts';
import { LEGAL_BASES, type FunctionName, type LegalBasis } from '../../src/restricted/vocabulary.ts';
import { offsetInWinter } from '../../src/restricted/zone.ts';
import { writeFrontMatter } from '../../src/schema/write.ts';

const ROOT = join(import.meta.dirname, '..');

/** A small generator with a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = seeded(20_261_123);
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
const some = <Value extends string>(values: readonly Value[], least: number, most: number): Value[] => {
  const left = [...values];
  const chosen = Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
  return values.filter((value) => chosen.includes(value));
};
const chance = (share: number): boolean => random() < share;
const two = (number: number): string => String(number).padStart(2, '0');
const day = (year: number, span = 1): string => `${year + Math.floor(random() * span)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;

interface Office {
  slug: string;
  name: string;
  type: Authority['identity']['authority_type'];
  unit?: string;
  functions: readonly FunctionName[];
}

/** Offices a State may have; each sample State gets the first and one to two others. */
const CENTRAL: readonly Office[] = [
  { slug: 'justice-requests', name: 'Sample Ministry of Justice', type: 'ministry_justice', unit: 'Sample Bureau for Requests from Abroad', functions: ['extradition', 'mutual_legal_assistance', 'transfer_sentenced_persons', 'confiscation_cooperation'] },
  { slug: 'chief-prosecutor', name: 'Sample Office of the Chief Prosecutor', type: 'prosecution', unit: 'Sample Section for Foreign Requests', functions: ['extradition', 'mutual_legal_assistance', 'confiscation_cooperation', 'joint_investigations'] },
  { slug: 'foreign-affairs', name: 'Sample Ministry of Foreign Affairs', type: 'ministry_foreign', unit: 'Sample Legal Registry', functions: ['extradition', 'mutual_legal_assistance'] },
];
const OTHERS: readonly Office[] = [
  { slug: 'coast-guard', name: 'Sample Coast Guard Watch', type: 'coast_guard', unit: 'Sample Watch Room', functions: ['illicit_traffic_by_sea', 'smuggling_migrants_by_sea'] },
  { slug: 'ship-registry', name: 'Sample Registry of Ships', type: 'other', functions: ['illicit_traffic_by_sea', 'smuggling_migrants_by_sea'] },
  { slug: 'prison-transfers', name: 'Sample Prison Service', type: 'prison_service', unit: 'Sample Desk for Transfers', functions: ['transfer_sentenced_persons'] },
  { slug: 'firearms-board', name: 'Sample Firearms Licensing Board', type: 'ministry_interior', functions: ['firearms_single_point'] },
  { slug: 'asset-tracing', name: 'Sample Asset Recovery Office', type: 'fiu', unit: 'Sample Tracing Team', functions: ['asset_recovery'] },
  { slug: 'integrity-desk', name: 'Sample Integrity Commission', type: 'anticorruption_body', functions: ['prevention_corruption', 'civil_administrative_corruption'] },
  { slug: 'heritage-desk', name: 'Sample Heritage Office', type: 'culture_authority', functions: ['cultural_property'] },
  { slug: 'data-desk', name: 'Sample Police, Night Desk for Data', type: 'police', unit: 'Sample Night Desk for Data', functions: ['electronic_evidence_24_7'] },
  { slug: 'prevention-council', name: 'Sample Council on Crime Prevention', type: 'ministry_interior', functions: ['prevention_toc', 'terrorism'] },
];

const ZONES = ['Africa/Nairobi', 'America/Bogota', 'Europe/Vienna', 'Asia/Kolkata', 'Pacific/Auckland', 'America/Halifax', 'Africa/Lagos', 'Asia/Tashkent', 'Indian/Mauritius', 'America/Santiago', 'Asia/Kathmandu', 'Atlantic/Azores', 'Pacific/Apia', 'Europe/Lisbon', 'Asia/Manila', 'America/Denver'];
const TONGUES: { tag: string; ministry: string }[] = [
  { tag: 'fr', ministry: 'Autorité échantillon' }, { tag: 'es', ministry: 'Autoridad de muestra' }, { tag: 'ru', ministry: 'Образцовый орган' },
  { tag: 'ar', ministry: 'سلطة نموذجية' }, { tag: 'zh', ministry: '示例主管机关' }, { tag: 'pt', ministry: 'Autoridade de amostra' },
];

const HOW_URGENT = [
  'Ring the duty number first, then send the request; the clerk on watch confirms receipt within the hour and names the file.',
  'Mark the message “urgent, sample” and say until when an answer is of use; without that line it waits for the morning sorting.',
  'Outside office hours the watch room takes the request by voice, reads it back, and passes it to the judge on call at once.',
  'A request that cannot wait goes to the night desk, which may secure evidence for three days while the paper is on its way.',
  'Announce the request by telephone; an advance copy is enough to begin, and the original follows through the ordinary channel.',
];
const LIMITS = [
  'Only for offences that the sample code punishes by at least one year; lesser matters go to the district registries.',
  'Not for fiscal matters unless they are bound up with an offence of an organized criminal group.',
  'For the sample mainland only; the outlying sample islands answer through their own registrar.',
  'Until an indictment is lodged; afterwards the trial court answers requests itself.',
];
const REFUSALS = [
  'where the person has already been judged for the same facts by a court of this sample State',
  'where the request rests on an offence known to military discipline alone',
  'where the time limit for prosecution ran out under sample law before the request was received',
  'where there are grounds to believe that the person would be tried for an opinion and not for a deed',
  'where the execution would halt a trial under way before the sample assize',
];
const MAY_REFUSE = [
  'where the act was done wholly or in part on the territory of this sample State',
  'where the value of what is asked for stands in no relation to the work it causes',
  'where the person was a minor when the act was done and is now settled here',
];
const ASSURANCES = ['no sentence of death is passed or carried out', 'a review of a life term after twenty-five years at the latest', 'a new trial for those judged in their absence', 'visits by the consul within ten days'];
const USES = ['What is handed over serves the case named in the request and no other, unless this desk agrees in writing beforehand.', 'Statements of witnesses are not to be used in tax matters; for anything else ask again.'];
const SILENCE = ['Keep the request itself from the person concerned until this office says that the measure has been taken.', 'If secrecy cannot be kept under sample law, we ask before we act.'];
const COSTS = ['Ordinary costs are ours; interpreters for longer hearings and experts are agreed beforehand.', 'Costs above two thousand sample crowns are shared by arrangement, everything below is borne here.'];
const SPECIAL = ['For a search: the room, the things looked for, and why they should be there.', 'For bank records: the account or the name, and the span of months asked about.', 'For a hearing by video: the questions, and two dates on which your court could sit.'];
const SHIP = ['name and call sign of the vessel', 'flag and port of registry, with a copy of the papers if seen', 'position, course and speed, and the hour at which they were taken', 'what gives rise to the suspicion', 'measures sought: boarding, search, or more', 'weather on the spot and how long it is expected to last'];
const REMARKS = [
  'Drafts are welcome: send yours to the functional mailbox and a clerk answers with pencil notes, usually within a week.',
  'Most delays come from missing texts of the provisions applied. Please attach them, in the original and translated.',
  'This office answers every request it receives, even where it can only say who is competent instead.',
  'We do not open attachments that are locked with a password sent in the same message.',
];
const BODIES = [
  'The counter is on the ground floor of the sample building. Couriers ring the second bell; parcels are signed for until the last quarter hour of the day.\n\nOver the sample harvest week in autumn a reduced staff answers urgent requests only.\n',
  'Requests are read in the order in which they come in, urgent ones first. Each gets a file number of its own within two working days; please quote it whenever you write again.\n',
  'This desk keeps no archive of its own. What was sent before the last reorganisation is with the sample state archive, which lends files for thirty days.\n',
  '',
];
const CHANGES = ['Hours of the counter', 'New functional mailbox for requests', 'Number of the duty desk', 'Documents required for transfers', 'First entry of this sample'];

const BASES: Partial<Record<FunctionName, readonly LegalBasis[]>> = Object.fromEntries(
  [...new Set(Object.values(LEGAL_BASES).flatMap(({ functions }) => functions ?? []))].map((name) => [name, (Object.keys(LEGAL_BASES) as LegalBasis[]).filter((basis) => (LEGAL_BASES[basis].functions as readonly string[] | undefined)?.includes(name))]),
);
const LETTERS: Partial<Record<FunctionName, NonNullable<Authority['procedure']>[number]['documents']['required_documents']>> = {
  extradition: ['offence_description_date_place_circumstances_victim', 'legal_characterization', 'jurisdiction_and_limitation_statement', 'detention_order', 'text_of_provisions', 'identification_data'],
  transfer_sentenced_persons: ['judgment', 'remaining_sentence', 'consent_of_person', 'text_of_provisions'],
  confiscation_cooperation: ['restraint_order', 'confiscation_order', 'finality_certificate', 'asset_link_statement', 'third_party_notice_proof'],
  asset_recovery: ['confiscation_order', 'asset_link_statement', 'third_party_notice_proof'],
};
const WORKS = ['un/act/convention/unga/2000-11-15/untoc#art_18', 'un/act/convention/unga/2000-11-15/untoc#art_16', 'un/act/convention/unga/2003-10-31/uncac#art_46', 'un/act/model/1990-12-14/un-model-mla', 'un/act/model/1990-12-14/un-model-extradition'];

/** Two or three offices for each sample State; no function of a State is with two of them. */
function officesOf(index: number): Office[] {
  const central = CENTRAL[index % CENTRAL.length]!;
  const taken = new Set(central.functions);
  const others = [OTHERS[index % OTHERS.length]!, ...(index % 3 === 0 ? [OTHERS[(index + 4) % OTHERS.length]!] : [])].map((office) => ({ ...office, functions: office.functions.filter((name) => !taken.has(name)) }));
  return [central, ...others.filter(({ functions }) => functions.length > 0)];
}

function makeRecord(code: string, state: number, office: Office, place: number, offices: readonly Office[]): Authority {
  const X = code.toUpperCase();
  const id = `${code}-sample-${office.slug}`;
  const host = `${office.slug}.${code}.${pick(['example.org', 'example.com', 'example.net'])}`;
  const area = 20 + state;
  const number = (last: number): string => `+999 ${area} 555 ${String(place * 1000 + state * 30 + last).padStart(4, '0')}`;
  const zone = ZONES[state % ZONES.length]!;
  const tongue = TONGUES[state % TONGUES.length]!;
  const sea = office.functions.some((name) => name.endsWith('by_sea'));
  const street = (name: string): string => `${1 + Math.floor(random() * 80)} ${pick(['Specimen Street', 'Example Quay', 'Template Square', 'Placeholder Lane', 'Pattern Avenue'])}, ${name}`;
  const address = { lines: [`${office.name} (${X})`, street(pick(['Old Sample Quarter', 'Harbour Sample Side', 'Upper Sample Town']))], city: `Sample City ${X}`, postcode: `${X}-${1000 + Math.floor(random() * 8999)}`, country: `${X}, a sample State` };
  const confirmed = day(2025, 2) > '2026-11-20' ? '2026-10-05' : day(2025, 2);
  const speaks = place === 0;
  const mla = offices.find(({ functions }) => functions.includes('mutual_legal_assistance'))!;
  const declaration = pick(['takes_as_basis', 'takes_as_basis', 'does_not_take', 'no_declaration', 'not_treaty_dependent'] as const);
  const days = pick([['mon', 'tue', 'wed', 'thu', 'fri'], ['sun', 'mon', 'tue', 'wed', 'thu']] as const);
  return {
    id,
    country: code,
    ...(office.slug === 'ship-registry' ? { territory: [`Sample Isles of ${X}`] } : {}),
    sample: true,
    status: pick(['confirmed_by_state', 'confirmed_by_state', 'confirmed_by_state', 'public_source_only', 'outdated'] as const),
    last_confirmed: confirmed > '2026-11-20' ? '2026-09-14' : confirmed,
    confirmed_by: `Registrar’s desk of the ${office.name}`,
    source_urls: [`https://${host}/directory-entry`],
    reviewer: `Sample review desk ${1 + (state % 4)}`,
    change_log: [{ date: day(2024), what: 'First entry of this sample', source: `https://${host}/directory-entry` }, ...(chance(0.6) ? [{ date: day(2025), what: pick(CHANGES), source: `Message of the registrar’s desk, sample ${X}` }] : [])],
    identity: {
      name_official: `${tongue.ministry} ${X}: ${office.name}`,
      name_en: `${office.name} (${X})`,
      names_other: [{ lang: tongue.tag, name: `${tongue.ministry} ${X} (${office.slug})` }],
      ...(office.unit ? { unit: `${office.unit} ${X}` } : {}),
      authority_type: office.type,
      contact_role: some(['clerk on duty for incoming requests', 'head of the request counter', 'liaison clerk for foreign desks', 'watch officer at sea desk'], 1, 2),
    },
    contact: {
      postal_address: address,
      ...(chance(0.4) ? { street_address: { ...address, lines: [`Goods entrance, ${street('Sample Yard')}`] } } : {}),
      phones: [{ number: number(1), purpose: 'requests', hours: 'office hours' }, ...(chance(0.5) ? [{ number: number(2), purpose: 'questions about drafts' }] : [])],
      ...(sea || chance(0.5) ? { phone_24_7: number(3) } : {}),
      ...(chance(0.3) ? { fax: [number(4)] } : {}),
      emails: [{ address: `requests@${host}`, purpose: 'requests' }, ...(chance(0.5) ? [{ address: `drafts@${host}`, purpose: 'drafts and questions' }] : [])],
      ...(chance(0.5) ? { secure_email: { kind: pick(['OpenPGP', 'S/MIME']), key_url: `https://${host}/key.asc` } } : {}),
      website: [`https://${host}/`],
    },
    operation: {
      office_hours: sea ? [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', to: '23:59' }] : [{ days: [...days].slice(0, 4), from: pick(['08:00', '08:30', '09:00']), to: pick(['16:00', '16:30', '17:00']) }, { days: [days[4]], from: '08:00', to: pick(['12:30', '14:00']) }],
      ...(!sea && chance(0.5) ? { break_hours: { from: '12:30', to: '13:30' } } : {}),
      time_zone: zone,
      gmt_offset: offsetInWinter(zone)!,
      daylight_saving: ['Europe/Vienna', 'Pacific/Auckland', 'America/Halifax', 'America/Santiago', 'Atlantic/Azores', 'Europe/Lisbon', 'America/Denver'].includes(zone) ? 'yes' : 'no',
      ...(chance(0.4) ? { holidays_url: `https://${host}/holidays` } : {}),
      working_languages: [...new Set([tongue.tag, 'en', ...(chance(0.3) ? ['fr'] : [])])],
      request_languages: [{ lang: tongue.tag, when: 'always' }, { lang: tongue.tag === 'fr' ? 'es' : 'fr', when: 'with_translation' }, { lang: 'en', when: pick(['always', 'urgent_only'] as const) }],
    },
    mandate: office.functions.map((name, index) => ({
      function: name,
      legal_basis: [...some(BASES[name]!, 1, Math.min(2, BASES[name]!.length)), ...(index === 0 && state % 4 === 0 ? ['regional_or_bilateral' as const] : [])],
      ...(index === 0 && state % 4 === 0 ? { legal_basis_text: [`Sample arrangement between ${X} and its neighbours`] } : {}),
      role: pick(['both', 'both', 'receives'] as const),
      ...(chance(0.3) ? { scope_limits: pick(LIMITS) } : {}),
      designated_on: day(2004, 15),
      notification_ref: `C.N.000.0000.SAMPLE-${X}`,
    })),
    ...(speaks
      ? {
          treaty_position: {
            untoc_16_5_declaration: declaration,
            ...(declaration === 'no_declaration' ? {} : { untoc_16_5_date: day(2004, 8), untoc_16_5_source: `https://${host}/declarations` }),
            treaty_needed_extradition: declaration === 'not_treaty_dependent' ? 'no' : pick(['yes', 'no'] as const),
            treaty_needed_mla: pick(['no', 'no', 'yes', 'unknown'] as const),
            treaty_needed_transfer: pick(['yes', 'no', 'unknown'] as const),
            untoc_used_as_basis: { extradition: declaration === 'takes_as_basis' ? 'yes' : 'no', mutual_legal_assistance: 'yes', transfer_sentenced_persons: pick(['no', 'unknown'] as const) },
            reciprocity_accepted: { mutual_legal_assistance: 'yes', extradition: pick(['yes', 'no'] as const) },
            treaties_in_force: [{ title: 'United Nations Convention against Transnational Organized Crime', in_force: day(2003, 9) }, { title: `Sample treaty on extradition with Sample State X${'DEFGHIJLMN'[(state * 7) % 10]}`, partner: `Sample State X${'DEFGHIJLMN'[(state * 7) % 10]}`, in_force: day(1990, 20) }],
            ...(chance(0.3) ? { reservations: [{ treaty: 'UNTOC', article: '35(3)', gist: 'This sample State does not hold itself bound by the paragraph on arbitration between parties.' }] } : {}),
            untoc_18_13_authority: [`${code}-sample-${mla.slug}`],
            untoc_18_14_languages: [tongue.tag, 'en'],
          },
        }
      : {}),
    procedure: office.functions.map((name) => makeProcedure(name, host, X)),
    urgency: {
      urgent_procedure: pick(HOW_URGENT),
      oral_request: pick(['yes', 'no'] as const),
      confirm_within: pick(['PT24H', 'PT48H', 'P3D']),
      ...(office.functions.includes('extradition') ? { provisional_arrest: { accepted: 'yes' as const, max_days: pick([30, 40, 45, 60]), extension_days: pick([0, 15, 20]), channels: ['interpol' as const, 'electronic_mail' as const], text_needed: 'The message says that a request for extradition will follow and on which order it will rest.' } } : {}),
      ...(sea ? { ship_request_answer_time: pick(['PT2H', 'PT4H', 'PT6H']), ship_request_contents: some(SHIP, 4, 6) } : {}),
      ...(offices.some(({ slug }) => slug === 'data-desk') ? { data_preservation_contact: `${code}-sample-data-desk` } : {}),
    },
    practice: {
      usual_time: Object.fromEntries(office.functions.slice(0, 2).map((name) => [name, pick(['P2M', 'P3M', 'P6M', 'P30D'])])),
      ...(office.functions.includes('extradition') ? { simplified_extradition: pick(['yes', 'no'] as const) } : {}),
      video_link: pick(['yes', 'yes', 'no'] as const),
      joint_investigation_teams: pick(['yes', 'no', 'unknown'] as const),
      ...(office.functions.includes('confiscation_cooperation') ? { foreign_restraint_orders: pick(['direct', 'indirect', 'both'] as const), foreign_confiscation_orders: pick(['direct', 'indirect'] as const), non_conviction_orders: pick(['yes', 'no', 'unknown'] as const), value_based_orders: pick(['yes', 'no'] as const), asset_sharing: 'Half of what is left after costs goes to the requesting side, unless the owner was wronged and can be found.' } : {}),
      ...(office.functions.includes('transfer_sentenced_persons') ? { sentence_method: pick(['continued', 'converted'] as const), transfer_consent: 'required' as const } : {}),
      ...(chance(0.5) ? { networks: some(['ARIN', 'CARIN', 'GlobE', 'SEAJust', 'other'] as const, 1, 2) } : {}),
      ...(chance(0.2) ? { liaison_magistrates: [`at the sample mission of ${X} beside the seat of its neighbour`] } : {}),
    },
    law: {
      law_links: [{ title: `Sample Act on Cooperation in Criminal Matters (${X})`, date: String(1995 + Math.floor(random() * 25)), lang: tongue.tag, url: `https://${host}/act`, gist: 'Who may ask for what, which court decides, and what the person concerned may say to it.' }, ...some(WORKS, 1, 2).map((work) => ({ title: 'Text in the public library', work }))],
      ...(chance(0.4) ? { guides: [{ title: `Guide for those who write to ${office.name} (${X})`, url: `https://${host}/guide` }] } : {}),
      ...(chance(0.7) ? { remarks: pick(REMARKS) } : {}),
    },
  };
}

function makeProcedure(name: FunctionName, host: string, X: string): NonNullable<Authority['procedure']>[number] {
  const viaInterpol = pick(['urgent_only', 'urgent_only', 'always', 'never'] as const);
  const byMail = pick(['always', 'copy_in_advance', 'urgent_only', 'never'] as const);
  return {
    function: name,
    conditions: {
      dual_criminality: pick(['always', 'coercive_only', 'waivable', 'not_needed'] as const),
      ...(name === 'extradition' ? { minimum_penalty: { in_prosecution_months: pick([12, 24]), remaining_sentence_months: pick([4, 6]) }, nationals_extradited: pick(['yes', 'no', 'conditional'] as const), evidence_standard: pick(['none', 'summary', 'prima_facie', 'record_of_case'] as const), assurances_usual: some(ASSURANCES, 1, 3) } : {}),
      ...(name === 'transfer_sentenced_persons' ? { minimum_penalty: { remaining_sentence_months: 6 } } : {}),
      mandatory_refusals: some(REFUSALS, 1, 3),
      ...(chance(0.5) ? { discretionary_refusals: some(MAY_REFUSE, 1, 2) } : {}),
      ...(chance(0.6) ? { use_limitation: pick(USES) } : {}),
      ...(chance(0.5) ? { confidentiality: pick(SILENCE) } : {}),
      ...(chance(0.5) ? { costs: pick(COSTS) } : {}),
      ...(name === 'asset_recovery' || chance(0.1) ? { minimum_value: { amount: pick([1000, 2500, 5000]), currency: 'XTS' } } : {}),
    },
    documents: {
      required_documents: [...(LETTERS[name] ?? ['offence_description_date_place_circumstances_victim', 'text_of_provisions', 'identification_data'] as const)],
      originals_needed: pick(['yes', 'no'] as const),
      copies: pick([1, 2, 3]),
      authentication: pick(['none', 'seal_or_signature', 'certified_copy', 'apostille'] as const),
      translation: pick(['plain', 'certified', 'sworn'] as const),
      ...(chance(0.4) ? { model_form_url: [`https://${host}/forms/${name.replaceAll('_', '-')}`] } : {}),
      ...(chance(0.4) ? { special_documents: some(SPECIAL, 1, 2) } : {}),
    },
    transmission: {
      channels: [
        { channel: 'direct_central_authority', when: 'always' },
        ...(byMail === 'never' ? [] : [{ channel: 'electronic_mail' as const, when: byMail }]),
        ...(viaInterpol === 'never' ? [] : [{ channel: 'interpol' as const, when: viaInterpol }]),
        ...(chance(0.4) ? [{ channel: 'diplomatic' as const, when: 'always' as const }] : []),
      ],
      interpol_acceptance: viaInterpol,
      ...(viaInterpol === 'never' ? {} : { interpol_ncb: `Sample NCB of ${X}, Specimen Bureau` }),
      email_acceptance: byMail,
      electronic_signature: pick(['yes', 'no', 'unknown'] as const),
      direct_contact_encouraged: pick(['yes', 'yes', 'no'] as const),
    },
  };
}

const codes = [...'abcdefghijlmnopqrstuvwxyz'].map((letter) => `x${letter}`); // without xk, which many use for Kosovo
rmSync(join(ROOT, 'authorities'), { recursive: true, force: true });
let count = 0;
codes.forEach((code, state) => {
  const offices = officesOf(state);
  offices.forEach((office, place) => {
    const record = makeRecord(code, state, office, place, offices);
    const file = join(ROOT, 'authorities', code, `${record.id}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${writeFrontMatter(record, authority)}\n${pick(BODIES)}`.trimEnd() + '\n');
    count++;
  });
});
console.log(`${count} sample authorities of ${codes.length} sample States`);
