/**
 * The key of an authority: Ed25519, made in the browser. Its secret half lies in the browser's store, where no page can read it out, or
 * in a file that a passphrase encrypts (PBKDF2 and AES-256-GCM).
 *
 * @see https://www.rfc-editor.org/rfc/rfc8032
 */
import { fromBase64Url, signedBytes, toBase64Url } from '../canonical.ts';
import { KEY_FORMAT } from '../change-format.ts';

const SECRET_FORMAT = 'comity-directory-secret-key-1';
const STORE = 'keys';
/** OWASP's number for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;

export interface Key {
  privateKey: CryptoKey;
  /** 32 bytes in base64url. */
  publicKey: string;
}

/** The secret half in a file. */
interface SecretFile {
  format: typeof SECRET_FORMAT;
  authority: string;
  public_key: string;
  salt: string;
  iv: string;
  rounds: number;
  secret: string;
}

/** Whether this browser can sign at all. */
export async function canSign(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return true;
  } catch {
    return false; // no secure context, or a browser from before 2025
  }
}

/** The key of an authority on this device. */
export async function keyOf(authority: string): Promise<Key | undefined> {
  return (await store('readonly', (keys) => keys.get(authority))) as Key | undefined;
}

export async function forgetKey(authority: string): Promise<void> {
  await store('readwrite', (keys) => keys.delete(authority));
}

/** Makes a key and keeps it on this device; its secret half cannot be taken out again. */
export async function makeKey(authority: string): Promise<Key> {
  const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const key = { privateKey, publicKey: await publicText(publicKey) };
  await store('readwrite', (keys) => keys.put(key, authority));
  return key;
}

/** Makes a key and the file to keep it in; this page may use it until it is closed. */
export async function makeKeyFile(authority: string, passphrase: string): Promise<{ key: Key; file: SecretFile }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(passphrase, salt, ROUNDS);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(authority) }, lock, secret));
  const publicKey = await publicText(pair.publicKey);
  const file: SecretFile = { format: SECRET_FORMAT, authority, public_key: publicKey, salt: toBase64Url(salt), iv: toBase64Url(iv), rounds: ROUNDS, secret: toBase64Url(sealed) };
  return { key: { privateKey: await importSecret(secret), publicKey }, file };
}

/** Why a key file was not opened. */
export type Unopened = 'notThisKey' | 'wrongPassphrase';

/** Opens a key file. */
export async function openKeyFile(text: string, authority: string, passphrase: string): Promise<Key | Unopened> {
  let file: Partial<SecretFile>;
  try {
    file = JSON.parse(text) as Partial<SecretFile>;
  } catch {
    return 'notThisKey';
  }
  const { format, public_key, salt, iv, rounds, secret } = file;
  if (format !== SECRET_FORMAT || file.authority !== authority || !public_key || !salt || !iv || !secret || rounds !== ROUNDS) return 'notThisKey';
  try {
    const lock = await lockOf(passphrase, fromBase64Url(salt), rounds);
    const opened = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: new TextEncoder().encode(authority) }, lock, fromBase64Url(secret)));
    return { privateKey: await importSecret(opened), publicKey: public_key };
  } catch {
    return 'wrongPassphrase'; // AES-GCM does not tell a wrong passphrase from a changed file
  }
}

/** The public half as the Secretariat registers it: signed with the secret half, so that nobody registers a key he does not hold. */
export async function publicFile(authority: string, key: Key, made: string): Promise<object> {
  const file = { format: KEY_FORMAT, authority, public_key: key.publicKey, made };
  return { ...file, signature: await sign(file, key) };
}

/** Signature of a file, in base64url. */
export async function sign(file: { format: string }, { privateKey }: Key): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, signedBytes(file))));
}

/** SHA-256 of the public half, in hexadecimal. */
export async function fingerprintOf({ publicKey }: Key): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(publicKey)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function publicText(key: CryptoKey): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', key)));
}

async function importSecret(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return await crypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
}

async function lockOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** One request to the store of this site. */
async function store(mode: IDBTransactionMode, ask: (keys: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const open = indexedDB.open('comity-directory', 1);
    open.onupgradeneeded = () => open.result.createObjectStore(STORE);
    open.onsuccess = () => done(open.result);
    open.onerror = () => failed(open.error!);
  });
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => failed(transaction.error!);
      transaction.onabort = () => failed(transaction.error!);
    });
  } finally {
    database.close();
  }
}
