/**
 * The bytes that are signed, made alike in the browser and in the command that checks.
 *
 * A line that names the format, then the value as canonical JSON (RFC 8785): no spaces, keys in the order of their UTF-16 code units,
 * strings and numbers as ECMAScript writes them. So a file may be indented or its keys put in another order on the way, and nothing else.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */

/** RFC 8785. Throws a RangeError for what it has no form for: half of a surrogate pair, and numbers that are none. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('half of a character');
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no number: ${value}`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).filter(([, item]) => item !== undefined).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/**
 * Bytes to sign of a file: all of it but its signature. The format comes first, so that no signature of one kind of file is good
 * for another.
 */
export function signedBytes(file: { format: string; signature?: unknown }): Uint8Array<ArrayBuffer> {
  const { signature: _, ...rest } = file;
  return new TextEncoder().encode(`${file.format}\n${canonicalJson(rest)}`);
}

/** Bytes → base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Base64url without padding → bytes. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

/** Fingerprint as people read it to each other: groups of four digits. */
export function fingerprintInGroups(fingerprint: string): string {
  return fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
}
