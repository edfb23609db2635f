/**
 * JSON as files of the index have it: in one byte a letter where the language has such an encoding, which every browser reads. In UTF-8
 * each Arabic or Cyrillic letter is two bytes, of which the first says nothing; that costs a fifth of a text even when packed.
 *
 * A file in UTF-8 begins with the JSON itself; any other with one byte, the place of its encoding in the list below. Letters the encoding
 * lacks are written as JSON escapes.
 */
export const ENCODINGS = ['windows-1256', 'windows-1251', 'windows-1252'] as const;

/** The value of a file. */
export function readJson(bytes: Uint8Array): unknown {
  const encoding = ENCODINGS[bytes[0]!];
  return JSON.parse(encoding ? new TextDecoder(encoding).decode(bytes.subarray(1)) : new TextDecoder().decode(bytes));
}
