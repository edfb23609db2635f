/**
 * Change files: how an authority mends its own record. The form in the edition makes one, the Secretariat applies it.
 *
 * A change file names one record, the version it was based on, and the fields it changes, and is signed with a key of the authority
 * (canonical.ts has the bytes, keys.ts the keys). It is checked as a whole before anything is written.
 */
import { hash } from 'node:crypto';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { hasErrors, type Flaw } from '../flaws/flaw.ts';
import { report } from '../flaws/report.ts';
import { text, wholeDate } from '../schema/fields.ts';
import { writeFrontMatter } from '../schema/write.ts';
import { authority, AUTHORITY_ID, type Authority } from './authority.ts';
import { fingerprintInGroups, signedBytes } from './canonical.ts';
import { CHANGE_FORMAT, EDITABLE, type Changes } from './change-format.ts';
import { crossFlaws } from './cross-checks.ts';
import { readEntry, type Entry } from './directory.ts';
import { labelOf } from './fields.ts';
import { isSignedBy, SIGNATURE, type Keys } from './keys.ts';

/** Line of a commit's words that names the change file. */
export const DIGEST_LINE = 'Change-file';
/** Larger than any record. */
const LARGEST = 500_000;

const oneLine = text.max(300).regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u, 'one line of text');

const changeFile = z.strictObject({
  format: z.literal(CHANGE_FORMAT),
  authority: z.string().max(80).regex(AUTHORITY_ID, 'the id of a record'),
  base: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the record it was based on'),
  changes: z.record(z.string(), z.json()),
  reason: oneLine,
  signed_off_by: oneLine,
  date: wholeDate,
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string().regex(/^[0-9a-f]{64}$/, 'the fingerprint of a key'), value: z.string().regex(SIGNATURE, 'a signature: 64 bytes in base64url') }).optional(),
});

export type ChangeFile = z.infer<typeof changeFile>;

/** What is to be written and committed, or why nothing is. */
export type Prepared =
  | { ok: true; id: string; /** Path below the restricted folder. */ path: string; /** The record as it will be. */ source: string; changed: string[]; message: string; /** False where it was taken without a signature. */ signed: boolean }
  | { ok: false; reasons: string[] };

export interface ApplyOptions {
  /** Today, `2026-11-23`: a file from the future is refused. */
  today: string;
  /** Record of the account that the file came from, where known: the file may change no other. */
  account?: string | undefined;
  /** Keys of the authorities. */
  keys: Keys;
  /** Take a file without a signature: somebody has made sure by another way that it is the authority's. A wrong signature is never taken. */
  unsigned?: boolean | undefined;
  /** Name of the commit that a file went into, by the digest of its signed bytes; undefined where it went into none. */
  committed?: ((digest: string) => string | undefined) | undefined;
}

/**
 * Checks a change file against the directory. Writes nothing.
 *
 * @param file text of the change file
 * @param entries records of the directory
 */
export function prepareChange(file: string, entries: ReadonlyMap<string, Entry>, { today, account, keys, unsigned = false, committed = () => undefined }: ApplyOptions): Prepared {
  const read = readChange(file);
  if ('reasons' in read) return { ok: false, reasons: read.reasons };
  const { change } = read;
  const entry = entries.get(change.authority);
  const reasons: string[] = [];
  if (!entry) return refuse(`The directory holds no record \`${change.authority}\`.`);
  // Who wrote it comes first: what else is wrong with a stranger's file is nobody's business.
  const stranger = signatureProblem(change, keys, unsigned);
  if (stranger !== undefined) return refuse(stranger);
  const digest = hash('sha256', signedBytes(change));
  const before = committed(digest);
  if (before !== undefined) return refuse(`This very file has been applied before (commit ${before}). If the change was undone and is wanted again, ask the authority for a new file.`);
  if (account !== undefined && account !== change.authority) reasons.push(`The file changes \`${change.authority}\`, but it came from \`${account}\`: an authority changes its own record only.`);
  if (change.base !== entry.digest) reasons.push('The record has been changed since this file was made. Send the newest edition to the authority and ask for the change again.');
  if (change.date > today) reasons.push(`The file is dated ${change.date}, which is yet to come.`);
  if (change.date < entry.data.last_confirmed) reasons.push(`The file is dated ${change.date}, before the record was last confirmed (${entry.data.last_confirmed}).`);
  for (const path of Object.keys(change.changes)) if (!EDITABLE.has(path)) reasons.push(`\`${path}\` is no field that an authority may change.`);
  if (entry.data.treaty_position === undefined && Object.keys(change.changes).some((path) => path.startsWith('treaty_position.'))) reasons.push('Another authority speaks for this State on treaties; its record has to be changed.');
  if (reasons.length > 0) return { ok: false, reasons };

  const { data, body, changed } = applyFields(entry, change.changes as Changes);
  const made: Authority = {
    ...data,
    status: 'confirmed_by_state',
    last_confirmed: change.date,
    confirmed_by: change.signed_off_by,
    change_log: [...(data.change_log ?? []), { date: change.date, what: changed.length === 0 ? 'Confirmed without change' : change.reason, source: `Change file ${change.signature ? 'signed' : 'without a signature'}, signed off by ${change.signed_off_by}` }],
  };
  const source = `${writeFrontMatter(made, authority)}${body}`;
  const checked = readEntry(source, entry.path);
  const flaws: Flaw[] = [...checked.flaws];
  if (checked.entry) {
    const known = new Set(crossFlaws(entries).map(toKey));
    flaws.push(...crossFlaws(new Map([...entries, [change.authority, checked.entry]])).filter((found) => !known.has(toKey(found))));
  }
  if (hasErrors(flaws)) return { ok: false, reasons: [`The record would not be valid.\n${report(flaws, 'terminal')}`] };
  return { ok: true, id: change.authority, path: entry.path, source, changed, message: messageOf(change, changed, digest), signed: change.signature !== undefined };

  function refuse(reason: string): Prepared {
    return { ok: false, reasons: [reason] };
  }
}

/** Why a file is not taken as the authority's own; undefined where it is, or where it bears no signature and need not. */
function signatureProblem(change: ChangeFile, keys: Keys, unsigned: boolean): string | undefined {
  const { signature, authority: id } = change;
  if (!signature) return unsigned ? undefined : 'The file bears no signature. Ask the authority to sign it in the form; or, if you have made sure by another way that it is theirs, apply it with --unsigned.';
  const shown = fingerprintInGroups(signature.key.slice(0, 16));
  const key = keys.get(id)?.find((registered) => registered.fingerprint === signature.key);
  if (!key) {
    const owner = [...keys].find(([, list]) => list.some((registered) => registered.fingerprint === signature.key))?.[0];
    return owner === undefined ? `The file is signed with a key that is not registered (${shown} …). Register it first: restricted/README.md says how.` : `The file changes \`${id}\`, but it is signed with a key of \`${owner}\`: an authority changes its own record only.`;
  }
  if (key.revoked !== undefined) return `The file is signed with a key that was revoked on ${key.revoked} (${shown} …)${key.revoked_because === undefined ? '' : `: ${key.revoked_because}`}. Its date does not matter: whoever has a lost key can write any date.`;
  return isSignedBy(change, signature.value, key.public_key) ? undefined : 'The signature does not fit the file: it was changed after it was signed. Ask the authority for it again.';
}

function readChange(file: string): { change: ChangeFile } | { reasons: string[] } {
  if (file.length > LARGEST) return { reasons: [`The file is too large for a change (${file.length} characters).`] };
  let value: unknown;
  try {
    value = JSON.parse(file, (key, item: unknown) => {
      if (key === '__proto__') throw new Error('a key is called __proto__');
      return item;
    });
  } catch (error) {
    return { reasons: [`The file is no JSON: ${(error as Error).message}`] };
  }
  const parsed = changeFile.safeParse(value);
  if (!parsed.success) return { reasons: parsed.error.issues.map(({ path, message }) => `${path.length === 0 ? 'The file' : `\`${path.map(String).join('.')}\``}: ${message}`) };
  // JSON.parse takes the last of two keys with one name; a file that says two things is refused instead. (JSON is YAML 1.2.)
  const twice = parseDocument(file, { uniqueKeys: true }).errors.find(({ code }) => code === 'DUPLICATE_KEY');
  if (twice) return { reasons: [`The file names a key twice (line ${twice.linePos?.[0].line ?? 1}).`] };
  return { change: parsed.data };
}

/** Puts fields into a copy of the record; null takes a field out. */
function applyFields(entry: Entry, changes: Changes): { data: Authority; body: string; changed: string[] } {
  const data = structuredClone(entry.data) as Record<string, unknown>;
  let body = entry.text;
  const changed: string[] = [];
  for (const [path, value] of Object.entries(changes)) {
    if (path === 'text') {
      const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
      if (text === body.trim()) continue;
      body = text === '' ? '' : `\n${text}\n`;
      changed.push(path);
      continue;
    }
    const [key, name] = path.split('.') as [string, string?];
    const holder = name === undefined ? data : ((data[key] ??= {}) as Record<string, unknown>);
    const field = name ?? key;
    if (same(holder[field], value ?? undefined)) continue;
    if (value === null) delete holder[field];
    else holder[field] = value;
    changed.push(path);
    if (name !== undefined && Object.keys(holder).length === 0) delete data[key];
  }
  return { data: data as Authority, body, changed: changed.sort() };
}

/** Same value, whatever the order of keys. */
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

/** The digest in the words of the commit is how a file that comes a second time is known, even after its change was undone. */
function messageOf({ authority: id, reason, signed_off_by, date, signature }: ChangeFile, changed: readonly string[], digest: string): string {
  const labels = [...new Set(changed.map((path) => labelOf(path.split('.').at(-1)!)))];
  const what = labels.length === 0 ? 'confirmed without change' : labels.join(', ').replace(/^./, (letter) => letter.toLowerCase());
  return `${id}: ${what}\n\n${reason}\n\nConfirmed-on: ${date}\nSigned-off-by: ${signed_off_by}\nSignature: ${signature ? `Ed25519 ${signature.key}` : 'none (--unsigned)'}\n${DIGEST_LINE}: ${digest}\n`;
}

function toKey({ name, place, actual }: Flaw): string {
  return `${name} ${place.file} ${actual}`;
}
