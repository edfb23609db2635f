/**
 * A restricted record → what in it is secret.
 *
 * Sentences become overlapping pieces of 32 letters (about six words), one every 16 letters and one at the end, so that any
 * 47 letters in a row that get out are noticed. Names, e-mail addresses, phone numbers and short sentences are taken whole.
 */
import { parse } from 'yaml';
import { normalize } from './normalize.ts';

/** What kind of secret it is; a flaw names the kind and never the secret. */
export type SecretKind = 'sentence' | 'name' | 'email' | 'phone' | 'id';

export interface Secret {
  kind: SecretKind;
  /** Normal form (normalize.ts). */
  units: string;
}

const PIECE = 32;
const STRIDE = 16;
/** Shorter text is found by chance in a library of laws. */
const SHORTEST_NAME = 9;
const SHORTEST_SENTENCE = 20;
const SHORTEST_PHONE = 7;
const SHORTEST_ID = 14;

/** Keys whose values name a person, an office or a place in whole. */
const NAME_KEY = /^(?:name|name_.*|.*_name|names_other|unit|lines|street|(?:.*_)?(?:person|officer|official|reviewer|head|desk|contact)|.*_by|interpol_ncb|territory)$/;
const PHONE_KEY = /^(?:.*phone.*|tel|fax|mobile|number)$/;
/** Keys whose values are published elsewhere: titles of treaties and laws, addresses of web sites. */
const PUBLIC_KEY = /^(?:title|treaty|partner|legal_basis|legal_basis_text|url|urls|.*_url|.*_urls|website|websites|networks|sample|holidays_url)$/;

/** A name under a key that is not listed above: two to five words, each with a capital letter. */
const PROPER_NAME = /^(?:\p{Lu}[\p{L}\p{M}.’'-]*\s+){1,4}\p{Lu}[\p{L}\p{M}.’'-]*$/u;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /(?:\+|\b00)\d(?:[\s().\-/]*\d){6,14}/g;
/** A value that is nothing but a number, whatever its key; a date is none. */
const BARE_NUMBER = /^\+?[\d\s().\-/]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?<yaml>[\s\S]*?)\r?\n---[ \t]*(?:\r?\n(?<body>[\s\S]*))?$/;

/**
 * Secrets of a record.
 *
 * @param id the record's file name without `.md`
 * @param source Markdown with YAML front matter; without front matter all of it is text
 */
export function recordToSecrets(id: string, source: string): Secret[] {
  const match = FRONT_MATTER.exec(source);
  const secrets: Secret[] = [{ kind: 'id', units: normalize(id) }];
  if (match) walk(parse(match.groups!['yaml']!), '', secrets);
  for (const block of blocksOf(match ? (match.groups!['body'] ?? '') : source)) addText(block, secrets);
  return secrets.filter(({ units }) => units.length > 0);
}

/** Whether an id is long enough to be looked for in text, and not in paths only. */
export function isTellingId(length: number): boolean {
  return length >= SHORTEST_ID;
}

function walk(value: unknown, key: string, secrets: Secret[]): void {
  if (Array.isArray(value)) for (const item of value) walk(item, key, secrets);
  else if (value !== null && typeof value === 'object') for (const [name, item] of Object.entries(value)) walk(item, name, secrets);
  else if ((typeof value === 'string' || typeof value === 'number') && !PUBLIC_KEY.test(key)) addValue(String(value), key, secrets);
}

function addValue(value: string, key: string, secrets: Secret[]): void {
  const isPhone = PHONE_KEY.test(key) || (BARE_NUMBER.test(value) && !DATE.test(value));
  if (key === 'id') secrets.push({ kind: 'id', units: normalize(value) });
  else if (isPhone) addPhone(value, secrets);
  else if (NAME_KEY.test(key) || PROPER_NAME.test(value)) addWhole('name', value, SHORTEST_NAME, secrets);
  // A value without a space is a code of the schema, unless it holds an address or a number.
  const isText = /\s|\p{Script=Han}/u.test(value) && !isPhone && !NAME_KEY.test(key);
  addText(isText ? value : [...(value.match(EMAIL) ?? []), ...(isPhone ? [] : (value.match(PHONE) ?? []))].join(' ; '), secrets);
}

function addText(text: string, secrets: Secret[]): void {
  for (const [address] of text.matchAll(EMAIL)) addEmail(address, secrets);
  for (const [number] of text.matchAll(PHONE)) addPhone(number, secrets);
  const units = normalize(text);
  if (units.length < PIECE) {
    // One or two words are no sentence; e-mail addresses are already in.
    if (/\S\s+\S+\s+\S|\p{Script=Han}/u.test(text)) addWhole('sentence', text, SHORTEST_SENTENCE, secrets);
    return;
  }
  for (let start = 0; start + PIECE < units.length; start += STRIDE) secrets.push({ kind: 'sentence', units: units.slice(start, start + PIECE) });
  secrets.push({ kind: 'sentence', units: units.slice(-PIECE) });
}

function addWhole(kind: SecretKind, text: string, shortest: number, secrets: Secret[]): void {
  const units = normalize(text);
  if (units.length >= shortest) secrets.push({ kind, units });
}

function addEmail(address: string, secrets: Secret[]): void {
  addWhole('email', address, SHORTEST_NAME, secrets);
  // As people write it to hide it from robots: name (at) host (dot) example, the dots of the name spoken or not.
  const [local, host] = address.split('@') as [string, string];
  const spoken = (part: string): string => part.replaceAll('.', ' dot ');
  for (const form of [`${local} at ${host}`, `${local} at ${spoken(host)}`, `${spoken(local)} at ${spoken(host)}`]) addWhole('email', form, SHORTEST_NAME, secrets);
}

/** The whole number, and the number as dialled inside the country. */
function addPhone(written: string, secrets: Secret[]): void {
  const groups = normalizeGroups(written);
  const whole = groups.join('').replace(/^0+/, '');
  const forms = new Set([whole]);
  if (/^\s*(?:\+|00)/.test(written)) {
    if (groups.length > 1) forms.add(groups.slice(1).filter((group) => group !== '0').join('').replace(/^0+/, ''));
    // Written in one run, where the country code ends is not known: one to three digits. Eight digits must remain.
    else for (const code of [1, 2, 3]) if (whole.length - code >= 8) forms.add(whole.slice(code));
    const withoutZero = groups.filter((group, index) => index === 0 || group !== '0').join('').replace(/^0+/, '');
    forms.add(withoutZero);
  }
  for (const units of forms) if (units.length >= SHORTEST_PHONE && units.length <= 15) secrets.push({ kind: 'phone', units });
}

function normalizeGroups(written: string): string[] {
  const number = written.replace(/(?:ext|x|poste|доб)\.?\s*\d+\s*$/i, '');
  return (number.match(/\p{Nd}+/gu) ?? []).map((group) => normalize(group));
}

/** Paragraphs, list items and table cells of Markdown; headings are labels, and targets of links are not text. */
function blocksOf(body: string): string[] {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/g, ']')
    .split(/\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|\n(?=[ \t]*#)|(?<=^[ \t]*#[^\n]*)\n|\||\n(?=[ \t]*>)/m)
    .filter((block) => !/^\s*#/.test(block));
}
