/**
 * A fixed random sample of 60 records against the facts they were written from, key by key.
 *
 * The fixture speaks as the facts do; the rules below say how each fact is written in content/.
 * One value follows the text of the treaty where the facts differ from it: UNCAC article 56 as a whole is a duty of effort.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagToIso } from '../../src/domain/language.ts';
import { bodyOf, readLibrary } from '../../src/library/read.ts';
import { provisionReader } from '../../src/markdown/provisions.ts';

interface LawFacts {
  title: string;
  title_original: string;
  country: string;
  citation: string | null;
  date_enacted: string | null;
  publication_date: string | null;
  date_in_force: string | null;
  status: string;
  languages: string[];
  subjects: string[];
  official_url: string | null;
  verified: boolean;
  verification_level: string;
  amendments: { date: string }[];
  provisions: { number: string; heading: string | null; implements: string[]; confidence: string; penalties: string[] }[];
}

interface CaseFacts {
  title: string;
  court: string;
  court_type: string;
  date: string;
  citation: string;
  country: string;
  countries: string[];
  crime_types: string[];
  cooperation: string[];
  verified: boolean;
}

interface TreatyFacts {
  title: string;
  kind: string;
  date: string | null;
  place: string | null;
  citation: string | null;
  entry_into_force: string | null;
  subjects: string[];
  official_url: string | null;
  verified: boolean;
}

interface StateFacts {
  iso2: string;
  iso3: string;
  m49: string;
  name: string;
  region: string;
  sub_region: string;
  intermediate_region: string | null;
  un_regional_group: string | null;
  untoc: { date: string | null; signature: string | null };
  other_treaties: Record<string, string>;
}

interface InstrumentFacts {
  titles: Record<string, string>;
  adoption_date: string;
  place: string;
  entry_into_force: string;
  unts: { volume: string; page: string; registration: string };
  untc_chapter: string;
  official_status_url: string;
  articles: { number: string; heading: string; obligation: string; topics: string[]; elements: string[] }[];
}

type SampleRecord = { id: string; path: string } & (
  | { kind: 'law'; expect: LawFacts }
  | { kind: 'case'; expect: CaseFacts }
  | { kind: 'treaty'; expect: TreatyFacts }
  | { kind: 'state'; expect: StateFacts }
  | { kind: 'instrument'; expect: InstrumentFacts }
);

const { records } = JSON.parse(readFileSync(new URL('../fixtures/content-sample.json', import.meta.url), 'utf8')) as { records: SampleRecord[] };
const { library } = readLibrary('content');

/** Names of regions in the facts → UN M49 codes in content/. */
const M49: Record<string, string> = {
  Africa: '002', Americas: '019', Asia: '142', Europe: '150', Oceania: '009',
  'Northern Africa': '015', 'Sub-Saharan Africa': '202', 'Latin America and the Caribbean': '419', 'Northern America': '021',
  'Central Asia': '143', 'Eastern Asia': '030', 'South-eastern Asia': '035', 'Southern Asia': '034', 'Western Asia': '145',
  'Eastern Europe': '151', 'Northern Europe': '154', 'Southern Europe': '039', 'Western Europe': '155',
  'Australia and New Zealand': '053', Melanesia: '054', Micronesia: '057', Polynesia: '061',
  'Eastern Africa': '014', 'Middle Africa': '017', 'Southern Africa': '018', 'Western Africa': '011',
  Caribbean: '029', 'Central America': '013', 'South America': '005',
};
const STATUS: Record<string, string> = { 'in force': 'in_force', repealed: 'repealed', amended: 'amended', unknown: 'unknown' };
const TREATY_TYPE: Record<string, string> = { multilateral: 'treaty', bilateral: 'treaty', 'non-binding scheme': 'scheme', 'EU act': 'union_act', 'UN model': 'model' };
/** A court of several States that hears a case of one of them. */
const COURT_TYPE: Record<string, string> = { supranational: 'regional' };
const ALIAS: Record<string, string> = { 'cybercrime-un': 'cybercrime2024' };

/** `untoc:18` → `untoc#art_18`, `drugs1961:38 bis` → `drugs1961#art_38-bis`. */
const citationOf = (fact: string): string => {
  const [alias, number] = fact.split(':') as [string, string];
  return `${ALIAS[alias] ?? alias}#${articleEid(number)}`;
};
const articleEid = (number: string): string => `art_${number.toLowerCase().replace(/(\d)\s*(bis)/, '$1-$2')}`;
/** The day, month or year a fact begins with; facts may say in words what is not known of it. */
const dateOf = (fact: string | null): string | undefined => (fact === null ? undefined : /^\d{4}(?:-\d\d){0,2}/.exec(fact)?.[0]);
/** Without marks of what is unverified, with one kind of apostrophe and no trace of where a mark stood. */
const plain = (value: string | null | undefined): string | undefined =>
  value
    ?.replace(/\(?\b(?:GK|general knowledge, unverified)\b:?|\[unverified\]/g, ' ')
    .replaceAll('’', "'")
    .replace(/[\s(),:]+/g, ' ')
    .trim();
/** Facts say "not seen" or nothing; content has no key then. */
const seen = (fact: string | null): string | undefined => (fact === null || fact === 'not seen' ? undefined : plain(fact));
const webAddress = (fact: string | null): string | undefined => (fact !== null && /^https?:\S+$/.test(fact) ? fact : undefined);

/** Headings of the second level in a text, as printed. */
const headings = (body: string): string[] => [...body.matchAll(/^## (.+)$/gm)].map((match) => match[1]!.trim());

/** Compares one key; the message names record and key. */
function same(record: SampleRecord, key: string, actual: unknown, expected: unknown): void {
  expect.soft(actual, `${record.kind} ${record.id} (${record.path}): ${key}`).toEqual(expected);
}

function compareLaw(record: SampleRecord & { kind: 'law' }): void {
  const work = library.laws.get(record.path)!;
  const entry = work.expressions.find(({ expression }) => expression.language === 'eng')!;
  const { data } = entry;
  const facts = record.expect;
  same(record, 'title', plain(data.title), plain(facts.title));
  same(record, 'title_original', plain(data.title_original?.text ?? data.title), plain(facts.title_original));
  same(record, 'jurisdiction', data.jurisdiction, facts.country.toLowerCase());
  same(record, 'id_local', plain(data.id_local), seen(facts.citation));
  same(record, 'date_document', data.date_document, dateOf(facts.date_enacted));
  same(record, 'date_publication', data.date_publication, dateOf(facts.publication_date));
  same(record, 'first_date_entry_in_force', data.first_date_entry_in_force, dateOf(facts.date_in_force));
  same(record, 'status', data.status, STATUS[facts.status]);
  same(record, 'languages', data.languages, facts.languages.map((tag) => tagToIso(tag)));
  same(record, 'is_about', data.is_about, facts.subjects);
  same(record, 'provenance.official_url', data.provenance.official_url, webAddress(facts.official_url));
  same(record, 'provenance.verified', data.provenance.verified, facts.verified);
  same(record, 'provenance.verification_level', data.provenance.verification_level, facts.verification_level);
  same(record, 'amended_by', data.amended_by?.map(({ date }) => date) ?? [], facts.amendments.map(({ date }) => dateOf(date)));
  const printed = headings(bodyOf(library, entry));
  const read = provisionReader();
  same(record, 'headings', printed.map((heading) => plain(heading)), facts.provisions.map(({ number, heading }) => plain(heading === null ? number : `${number}. ${heading}`)));
  const eids = printed.map((heading) => read(heading, 2).eid);
  same(record, 'number of provisions', Object.keys(data.provisions ?? {}).length, facts.provisions.length);
  facts.provisions.forEach((provision, index) => {
    const found = data.provisions?.[eids[index]!];
    same(record, `provisions, ${provision.number}: implements`, found?.implements, provision.implements.map(citationOf));
    same(record, `provisions, ${provision.number}: confidence`, found?.confidence, provision.confidence);
    same(record, `provisions, ${provision.number}: penalties`, found?.penalties ?? [], provision.penalties);
  });
}

function compareCase(record: SampleRecord & { kind: 'case' }): void {
  const { data } = library.cases.get(record.path)!;
  const facts = record.expect;
  same(record, 'title', plain(data.title), plain(facts.title));
  same(record, 'court', plain(data.court), plain(facts.court));
  same(record, 'court_type', data.court_type, COURT_TYPE[facts.court_type] ?? facts.court_type);
  same(record, 'date_document', data.date_document, dateOf(facts.date));
  same(record, 'id_local', plain(data.id_local), seen(facts.citation));
  same(record, 'jurisdiction', data.jurisdiction, facts.country.toLowerCase());
  same(record, 'countries', data.countries, facts.countries.map((code) => code.toLowerCase()));
  same(record, 'crime_types', data.crime_types, facts.crime_types);
  same(record, 'cooperation', data.cooperation, facts.cooperation);
  same(record, 'provenance.verified', data.provenance.verified, facts.verified);
}

function compareTreaty(record: SampleRecord & { kind: 'treaty' }): void {
  const { data } = library.laws.get(record.path)!;
  const facts = record.expect;
  same(record, 'title', plain(data.title), plain(facts.title));
  same(record, 'type_document', data.type_document, TREATY_TYPE[facts.kind]);
  same(record, 'date_document', data.date_document, dateOf(facts.date));
  same(record, 'place', plain(data.place), seen(facts.place));
  same(record, 'id_local', plain(data.id_local), seen(facts.citation));
  same(record, 'first_date_entry_in_force', data.first_date_entry_in_force, dateOf(facts.entry_into_force));
  same(record, 'is_about', data.is_about, facts.subjects);
  same(record, 'provenance.official_url', data.provenance.official_url, webAddress(facts.official_url));
  same(record, 'provenance.verified', data.provenance.verified, facts.verified);
}

function compareState(record: SampleRecord & { kind: 'state' }): void {
  const { data } = library.states.get(record.expect.iso2.toLowerCase())!;
  const facts = record.expect;
  same(record, 'iso2', data.iso2, facts.iso2.toLowerCase());
  same(record, 'iso3', data.iso3, facts.iso3);
  same(record, 'm49', data.m49, facts.m49.padStart(3, '0'));
  same(record, 'names.en', data.names.en, facts.name);
  same(record, 'region', data.region, M49[facts.region]);
  same(record, 'sub_region', data.sub_region, M49[facts.sub_region]);
  same(record, 'intermediate_region', data.intermediate_region, facts.intermediate_region === null ? undefined : M49[facts.intermediate_region]);
  same(record, 'un_group', data.un_group, facts.un_regional_group ?? undefined);
  same(record, 'participation.untoc.date', data.participation['untoc']?.date, dateOf(facts.untoc.date));
  same(record, 'participation.untoc.signature', data.participation['untoc']?.signature, dateOf(facts.untoc.signature));
  const others = Object.entries(data.participation).filter(([alias]) => alias !== 'untoc');
  same(record, 'participation', Object.fromEntries(others.map(([alias, { date }]) => [alias, date])), facts.other_treaties);
}

function compareInstrument(record: SampleRecord & { kind: 'instrument' }): void {
  const entry = library.laws.get(record.path)!.expressions.find(({ expression }) => expression.language === 'eng')!;
  const { data } = entry;
  const facts = record.expect;
  same(record, 'alias', data.alias, record.id);
  same(record, 'titles', data.titles, facts.titles);
  same(record, 'date_document', data.date_document, dateOf(facts.adoption_date));
  same(record, 'place', data.place, facts.place);
  same(record, 'first_date_entry_in_force', data.first_date_entry_in_force, dateOf(facts.entry_into_force));
  same(record, 'unts', data.unts, facts.unts);
  same(record, 'untc_chapter', data.untc_chapter, facts.untc_chapter);
  same(record, 'provenance.official_url', data.provenance.official_url, facts.official_status_url);
  same(record, 'headings', headings(bodyOf(library, entry)).map((heading) => plain(heading)), facts.articles.map(({ number, heading }) => plain(`Article ${number}. ${heading}`)));
  same(record, 'articles', Object.keys(data.articles ?? {}), facts.articles.map(({ number }) => articleEid(number)));
  for (const article of facts.articles) {
    const found = data.articles?.[articleEid(article.number)];
    same(record, `articles, ${article.number}: obligation`, found?.obligation, article.obligation);
    same(record, `articles, ${article.number}: topics`, found?.topics, article.topics);
    same(record, `articles, ${article.number}: elements`, found?.elements?.map(({ id, paragraph }) => `${id} ${paragraph}`) ?? [], article.elements);
  }
}

describe('a fixed sample of records says what the facts say', () => {
  it('holds 60 records', () => {
    const count = (kind: SampleRecord['kind']): number => records.filter((record) => record.kind === kind).length;
    expect([count('law'), count('case'), count('treaty'), count('state'), count('instrument')]).toEqual([30, 18, 6, 4, 2]);
  });

  it.each(records.map((record) => [`${record.kind} ${record.id}`, record] as const))('%s', (_name, record) => {
    const shelf = record.kind === 'state' ? library.states.has(record.expect.iso2.toLowerCase()) : record.kind === 'case' ? library.cases.has(record.path) : library.laws.has(record.path);
    expect(shelf, `${record.kind} ${record.id}: no record at ${record.path}`).toBe(true);
    if (record.kind === 'law') compareLaw(record);
    else if (record.kind === 'case') compareCase(record);
    else if (record.kind === 'treaty') compareTreaty(record);
    else if (record.kind === 'state') compareState(record);
    else compareInstrument(record);
  });
});
