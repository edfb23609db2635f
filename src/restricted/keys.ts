/**
 * Keys by which authorities sign their change files: `keys/<cc>/<id>.yaml` beside the records, written by the Secretariat alone.
 *
 * Reasoning: not in the record, because an authority mends its record and must not be able to mend who may speak for it.
 * A key is never taken out: revoked keys stay, so that it can be told later why a file was refused.
 */
import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { readText, walkFiles } from '../library/disk.ts';
import { text, wholeDate } from '../schema/fields.ts';
import { checkSchema, readYaml } from '../schema/parse.ts';
import { AUTHORITY_ID } from './authority.ts';
import { fromBase64Url, signedBytes } from './canonical.ts';
import { KEY_FORMAT } from './change-format.ts';

export const SIGNATURE = /^[\w-]{85}[AQgw]$/;
const publicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/, 'an Ed25519 public key: 32 bytes in base64url').describe('RFC 8032');
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the 32 bytes of the key');

const registeredKey = z.strictObject({
  public_key: publicKey,
  fingerprint: fingerprint.describe('What the authority reads out when it is called back'),
  registered: wholeDate,
  checked: text.describe('How the Secretariat made sure that the key is the authority’s'),
  revoked: wholeDate.optional(),
  revoked_because: text.optional(),
});
const keysFile = z.strictObject({ authority: z.string().regex(AUTHORITY_ID, 'the id of a record'), keys: z.array(registeredKey).min(1) });

export type RegisteredKey = z.infer<typeof registeredKey>;
/** Authority → its keys, revoked ones among them. */
export type Keys = ReadonlyMap<string, readonly RegisteredKey[]>;

/** What a browser makes for an authority: its public key, signed with the private one, so that nobody registers a key he does not hold. */
const keyFile = z.strictObject({
  format: z.literal(KEY_FORMAT),
  authority: z.string().regex(AUTHORITY_ID, 'the id of a record'),
  public_key: publicKey,
  made: wholeDate,
  signature: z.string().regex(SIGNATURE, 'a signature: 64 bytes in base64url'),
});
export type KeyFile = z.infer<typeof keyFile>;

/** Path of an authority's keys below the restricted folder. */
export function keysPath(id: string): string {
  return `keys/${id.slice(0, 2)}/${id}.yaml`;
}

/**
 * Reads all keys.
 *
 * @param root the restricted folder
 * @param shown how flaws call it
 */
export function readKeys(root: string, shown: string): { keys: Keys; flaws: Flaw[] } {
  const listed = walkFiles(root, shown);
  const flaws = [...listed.flaws];
  const keys = new Map<string, readonly RegisteredKey[]>();
  const owners = new Map<string, string>();
  for (const file of listed.files.filter(({ path }) => path.startsWith('keys/'))) {
    const source = readText(root, file);
    flaws.push(...source.flaws);
    if (source.text === undefined) continue;
    const yaml = readYaml(source.text, file.shown, 1);
    const { record, flaws: found } = checkSchema(keysFile, yaml);
    flaws.push(...found);
    if (!record) continue;
    if (file.path !== keysPath(record.authority)) flaws.push(flaw('IdentifierMismatch', yaml.placeOf(['authority']), `\`${file.path}\``, `\`${keysPath(record.authority)}\``));
    record.keys.forEach((key, index) => {
      const place = yaml.placeOf(['keys', index, 'public_key']);
      const expected = fingerprintOf(key.public_key);
      if (key.fingerprint !== expected) flaws.push(flaw('InvalidValue', yaml.placeOf(['keys', index, 'fingerprint']), `\`${key.fingerprint}\``, `\`${expected}\`, the fingerprint of this key`));
      const owner = owners.get(expected);
      if (owner !== undefined) flaws.push(flaw('DuplicateIdentifier', place, `the key of \`${owner}\``, 'a key of its own for each authority'));
      owners.set(expected, record.authority);
    });
    keys.set(record.authority, record.keys);
  }
  return { keys, flaws };
}

/** SHA-256 of a public key's bytes. */
export function fingerprintOf(publicKey: string): string {
  return hash('sha256', fromBase64Url(publicKey));
}

/** True where a signature of a file was made with the private half of a key. Never throws: what cannot be checked is false. */
export function isSignedBy(file: { format: string; signature?: unknown }, signature: string, publicKey: string): boolean {
  try {
    return verify(null, signedBytes(file), toKeyObject(publicKey), fromBase64Url(signature));
  } catch {
    return false; // no point of the curve, or text without canonical form
  }
}

/**
 * Reads the file by which an authority asks for its key to be registered.
 *
 * @returns the key, or why it is not taken
 */
export function readKeyFile(file: string): KeyFile | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch (error) {
    return { reason: `The file is no JSON: ${(error as Error).message}` };
  }
  const parsed = keyFile.safeParse(value);
  if (!parsed.success) return { reason: parsed.error.issues.map(({ path, message }) => `\`${path.map(String).join('.')}\`: ${message}`).join('; ') };
  if (!isSignedBy(parsed.data, parsed.data.signature, parsed.data.public_key)) return { reason: 'The file is not signed with the key that it holds: it has been changed, or its sender does not have the private key.' };
  return parsed.data;
}

function toKeyObject(publicKey: string): KeyObject {
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } });
}
