/**
 * Fingerprints: salted hashes of what is secret, the only thing about the restricted directory that the public build knows.
 *
 * A fingerprint has a kind, a length in units, a head (22 bits of a rolling hash of its first units: a sieve that lets
 * the gate pass over almost everything without hashing it) and 64 bits of SHA-256 over salt, key and units.
 *
 * The salt is public, so whoever guesses a phone number can test the guess. Where the records are real, set a key
 * (COMITY_GATE_KEY, a secret of the machine that publishes): without it the hashes say nothing. See README.md.
 */
import { hash } from 'node:crypto';
import type { Secret, SecretKind } from './secret.ts';

export interface Fingerprint {
  kind: SecretKind;
  /** Length in units. */
  length: number;
  head: number;
  /** 16 hexadecimal digits. */
  hash: string;
}

export interface Fingerprints {
  /** Salt and key in one: what goes before the units in every hash. */
  secret: string;
  entries: readonly Fingerprint[];
}

/** Text of a secret is looked for in windows of these lengths; a secret is sieved by the longest that fits. */
export const LANES = [9, 24] as const;
/** Bits of a head: few enough to say little about the text, enough to let through one window in a thousand. */
export const HEAD_BITS = 22;
const FORMAT = 'comity-gate-1';

/** No fingerprints: the gate then looks at paths and kinds of file only. */
export const NO_FINGERPRINTS: Fingerprints = { secret: '', entries: [] };

/** Longest window a secret can be sieved by; phone numbers are sieved whole. */
export function laneOf(kind: SecretKind, length: number): number {
  if (kind === 'phone') return length;
  return LANES.findLast((lane) => lane <= length) ?? length;
}

/** Multiplier of the rolling hash: odd, and different for every salt and key. */
export function multiplier(secret: string): number {
  return (Number.parseInt(hash('sha256', `multiplier\n${secret}`).slice(0, 8), 16) | 1) >>> 0;
}

/** Bits of a rolling hash that serve as head: the upper ones, which depend on every unit. */
export function headOf(rolling: number): number {
  return Math.imul(rolling, 0x9e3779b1) >>> (32 - HEAD_BITS);
}

/** 64 bits of SHA-256, in hexadecimal. */
export function digest(secret: string, units: string): string {
  return hash('sha256', `${secret}\n${units}`).slice(0, 16);
}

/**
 * Fingerprints of secrets, sorted and without doubles.
 *
 * @param salt 32 hexadecimal digits; keep it from one run to the next, so that the file changes only where the records did
 * @param key secret of the publishing machine, empty for sample records
 */
export function makeFingerprints(secrets: Iterable<Secret>, salt: string, key = ''): Fingerprints {
  const secret = joinSecret(salt, key);
  const factor = multiplier(secret);
  const entries = new Map<string, Fingerprint>();
  for (const { kind, units } of secrets) {
    let rolling = 0;
    for (let index = 0; index < laneOf(kind, units.length); index++) rolling = (Math.imul(rolling, factor) + units.charCodeAt(index)) | 0;
    const entry = { kind, length: units.length, head: headOf(rolling), hash: digest(secret, units) };
    entries.set(entryToLine(entry), entry);
  }
  return { secret, entries: [...entries].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry) };
}

/** Writes the fingerprint file: one entry a line, so that a change of one record is a change of few lines. */
export function formatFingerprints(fingerprints: Fingerprints, salt: string, key = ''): string {
  const lines = fingerprints.entries.map((entry) => `    ${JSON.stringify(entryToLine(entry))}`);
  const head = { format: FORMAT, salt, keyed: key !== '', check: digest(joinSecret(salt, key), 'check') };
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "entries": [${lines.length ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/**
 * Reads a fingerprint file.
 *
 * @param text content of gate/fingerprints.json
 * @param options.key secret of the publishing machine, needed where the file says `keyed`
 * @param options.allowed hashes that are no secret after all (gate/allowed.json)
 * @throws where the file is not of this format or the key is not the one it was made with: the gate fails closed
 */
export function parseFingerprints(text: string, options: { key?: string; allowed?: Iterable<string> } = {}): Fingerprints {
  const data = JSON.parse(text) as { format?: string; salt?: string; keyed?: boolean; check?: string; entries?: string[] };
  if (data.format !== FORMAT || !data.salt || !Array.isArray(data.entries)) throw new Error(`Fingerprints are not in the format ${FORMAT}; write them again with scripts/fingerprint.ts.`);
  const secret = joinSecret(data.salt, data.keyed ? (options.key ?? '') : '');
  if (digest(secret, 'check') !== data.check) throw new Error('The fingerprints were made with another key. Set COMITY_GATE_KEY to the key of this deployment.');
  const allowed = new Set(options.allowed);
  return { secret, entries: data.entries.map(lineToEntry).filter((entry) => !allowed.has(entry.hash)) };
}

function joinSecret(salt: string, key: string): string {
  return `${salt}:${key}`;
}

function entryToLine({ kind, length, head, hash: sum }: Fingerprint): string {
  return `${kind} ${length} ${head.toString(16).padStart(6, '0')} ${sum}`;
}

const LINE = /^(?<kind>sentence|name|email|phone|id) (?<length>\d+) (?<head>[0-9a-f]{6}) (?<hash>[0-9a-f]{16})$/;

function lineToEntry(line: string): Fingerprint {
  const match = LINE.exec(line);
  if (!match) throw new Error('A line of the fingerprints cannot be read; write them again with scripts/fingerprint.ts.');
  const { kind, length, head, hash: sum } = match.groups as Record<string, string>;
  return { kind: kind as SecretKind, length: Number(length), head: Number.parseInt(head!, 16), hash: sum! };
}
