/**
 * What a citation holds: a CSL-JSON item (Citation Style Language 1.0.2), made from the JSON-LD of a page, so that build and browser
 * cite from the same facts. BibTeX, RIS and plain text are written from it.
 */

/** Year, month, day as far as known. */
export interface CslDate {
  'date-parts': [number[]];
}

export interface CslItem {
  id: string;
  type: 'legislation' | 'treaty' | 'legal_case';
  title: string;
  'title-short'?: string;
  /** Number or citation as lawyers write it. */
  number?: string;
  /** State, territory or organization, by name. */
  jurisdiction?: string;
  /** Court or organ. */
  authority?: string;
  /** Day it was adopted, enacted or decided. */
  issued?: CslDate;
  /** Provision, as printed: `Section 5`. */
  section?: string;
  /** Day of the version, ISO 8601. */
  version?: string;
  language?: string;
  /** Library in which it was read. */
  source: string;
  URL?: string;
  accessed?: CslDate;
}

/** The names of JSON-LD that a citation is made of; library/jsonld.ts writes them. */
export interface CitedJsonLd {
  '@type'?: unknown;
  '@id'?: unknown;
  name?: unknown;
  inLanguage?: unknown;
  legislationType?: unknown;
  legislationIdentifier?: unknown;
  legislationDate?: unknown;
  legislationDateVersion?: unknown;
  legislationPassedBy?: unknown;
  dateCreated?: unknown;
  identifier?: unknown;
  creator?: unknown;
}

export interface CitedPlace {
  /** Name of the State or organization, in the reader's language. */
  place?: string | undefined;
  /** Address of the page or provision. */
  url?: string | undefined;
  /** eId and printed number of a provision. */
  provision?: { eid: string; label: string } | undefined;
  /** Day of reading, ISO 8601; only a browser knows it. */
  accessed?: string | undefined;
}

/** Library named in citations. */
const SOURCE = 'Comity';
const TREATIES = new Set(['convention', 'protocol', 'treaty', 'scheme', 'model', 'union_act']);

/** JSON-LD of a law or case → citation. What is not known is left out. */
export function citationOf(jsonld: CitedJsonLd, { place, url, provision, accessed }: CitedPlace): CslItem {
  const isCase = jsonld['@type'] !== 'Legislation';
  const version = text(jsonld.legislationDateVersion);
  const type = isCase ? 'legal_case' : TREATIES.has(String(jsonld.legislationType)) ? 'treaty' : 'legislation';
  return {
    id: citationKey(String(jsonld['@id'] ?? ''), version, provision?.eid),
    type,
    title: text(jsonld.name) ?? '',
    ...optional('number', isCase ? numberOf(jsonld.identifier) : text(jsonld.legislationIdentifier)),
    ...optional('jurisdiction', text(place)),
    ...optional('authority', isCase ? text((jsonld.creator as { name?: unknown } | undefined)?.name) : text(jsonld.legislationPassedBy)),
    ...optional('issued', cslDate(text(isCase ? jsonld.dateCreated : jsonld.legislationDate))),
    ...optional('section', text(provision?.label)),
    ...optional('version', version),
    ...optional('language', text(jsonld.inLanguage)),
    source: SOURCE,
    ...optional('URL', url),
    ...optional('accessed', cslDate(accessed)),
  };
}

/** IRI, version and eId → a key that BibTeX takes: `zm-act-2008-11`, `nl-act-nn-opiumwet-2013-07-01-art_3`. */
export function citationKey(iri: string, version?: string, eid?: string): string {
  const parts = [iri.replace(/^\/akn\//, ''), version, eid].filter((part) => part !== undefined);
  const key = parts.join('-').replace(/[^A-Za-z0-9_-]/gu, (character) => (character === '/' || character === '.' ? '-' : `u${character.codePointAt(0)!.toString(16)}`));
  return key === '' ? 'text' : key;
}

/** A case is known by its neutral citation or number before its ECLI. */
function numberOf(identifier: unknown): string | undefined {
  const ids = (Array.isArray(identifier) ? identifier : [identifier]).map(text).filter((id) => id !== undefined);
  return ids.find((id) => !id.startsWith('ECLI:')) ?? ids[0];
}

/** Words on one line, without the library's mark for what is not verified. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.replaceAll('[unverified]', '').replace(/[\s\u0000-\u001F\u007F]+/gu, ' ').replace(/ (?=[,;)])/g, '').trim();
  return words === '' ? undefined : words;
}

/** ISO 8601, whole or partial → CSL: `2010-10` → [[2010, 10]]. */
export function cslDate(date: string | undefined): CslDate | undefined {
  return date !== undefined && /^\d{4}(?:-\d\d){0,2}$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : undefined;
}

/** CSL → ISO 8601. */
export function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: Value });
}
