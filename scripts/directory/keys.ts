/** Keys of authorities: the Secretariat registers one, or says that one is good no longer. Both write one file; committing is a person's. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { fingerprintInGroups } from '../../src/restricted/canonical.ts';
import { bytesToRecord } from '../../src/restricted/directory.ts';
import { fingerprintOf, keysPath, readKeyFile, type RegisteredKey } from '../../src/restricted/keys.ts';
import { readRecords, readRegisteredKeys } from './records.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Registers the key in a file that an authority's browser made.
 *
 * @param checked how it was made sure that the key is theirs, such as "called the number of the record, fingerprint read out"
 * @returns the exit code
 */
export function registerKey(file: string, folder: string, checked: string | undefined): number {
  const { entries } = readRecords(folder);
  const keys = readRegisteredKeys(folder, entries);
  const { text } = bytesToRecord(readFileSync(file), file);
  const read = text === undefined ? { reason: 'The file is no UTF-8 text.' } : readKeyFile(text);
  if ('reason' in read) return refuse(read.reason);
  const { authority, public_key } = read;
  const fingerprint = fingerprintOf(public_key);
  if (!entries.has(authority)) return refuse(`The directory holds no record \`${authority}\`.`);
  const owner = [...keys].find(([, list]) => list.some((key) => key.fingerprint === fingerprint))?.[0];
  if (owner !== undefined) return refuse(`The key is registered already, for \`${owner}\`.`);
  if (!checked?.trim()) {
    return refuse(`Say with --checked how you made sure that the key is that of ${authority}. Call a number that stood in the record before, and have the fingerprint read out:\n\n  ${fingerprintInGroups(fingerprint)}\n`);
  }
  writeKeys(folder, authority, [...(keys.get(authority) ?? []), { public_key, fingerprint, registered: today(), checked: checked.trim() }]);
  console.log(`Registered for ${authority}: ${fingerprintInGroups(fingerprint)}\nCommit ${keysPath(authority)}.`);
  return 0;
}

/**
 * Revokes a key: no file signed with it is taken from now on, whatever its date.
 *
 * @param start the fingerprint, or its first sixteen digits
 */
export function revokeKey(start: string, folder: string, because: string | undefined): number {
  const { entries } = readRecords(folder);
  const keys = readRegisteredKeys(folder, entries);
  const wanted = start.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{16,64}$/.test(wanted)) return refuse('Name the key by its fingerprint, or by the first sixteen digits of it.');
  const found = [...keys].flatMap(([authority, list]) => list.filter(({ fingerprint }) => fingerprint.startsWith(wanted)).map((key) => ({ authority, key })));
  if (found.length !== 1) return refuse(found.length === 0 ? 'No key with this fingerprint is registered.' : 'More than one key begins so.');
  const { authority, key } = found[0]!;
  if (key.revoked !== undefined) return refuse(`The key was revoked on ${key.revoked}.`);
  writeKeys(folder, authority, keys.get(authority)!.map((other) => (other === key ? { ...key, revoked: today(), ...(because?.trim() ? { revoked_because: because.trim() } : {}) } : other)));
  console.log(`Revoked for ${authority}: ${fingerprintInGroups(key.fingerprint)}\nCommit ${keysPath(authority)}.`);
  return 0;
}

function writeKeys(folder: string, authority: string, keys: readonly RegisteredKey[]): void {
  const path = join(folder, keysPath(authority));
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.new-${process.pid}`;
  writeFileSync(fresh, stringify({ authority, keys }, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 }));
  renameSync(fresh, path);
}

function refuse(reason: string): number {
  console.error(`Refused; nothing has been changed.\n- ${reason}`);
  return 1;
}
