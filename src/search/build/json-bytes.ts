/** Values → files of the index; see json-file.ts. */
import { ENCODINGS } from '../json-file.ts';

/** Place of each language's encoding; others are written in UTF-8. */
const OF_LANGUAGE: Record<string, number> = { ar: 0, ru: 1, fr: 2, es: 2, en: 2, pt: 2 };

/** Letter → byte, for each encoding; made when first asked for. */
const tables: Map<number, number>[] = [];

/**
 * A value as bytes.
 *
 * @param language BCP 47
 */
export function jsonBytes(value: unknown, language: string): Uint8Array {
  const json = JSON.stringify(value);
  const encoding = OF_LANGUAGE[language];
  if (encoding === undefined) return new TextEncoder().encode(json);
  const table = (tables[encoding] ??= tableOf(ENCODINGS[encoding]!));
  const bytes = Buffer.alloc(1 + json.length * 6);
  let length = 0;
  bytes[length++] = encoding;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    const byte = code < 0x80 ? code : table.get(code);
    if (byte !== undefined) bytes[length++] = byte;
    else length += bytes.write(`\\u${code.toString(16).padStart(4, '0')}`, length, 'latin1');
  }
  return bytes.subarray(0, length);
}

function tableOf(encoding: string): Map<number, number> {
  const upper = Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index);
  const letters = new TextDecoder(encoding).decode(upper);
  return new Map(Array.from(letters, (letter, index) => [letter.charCodeAt(0), 0x80 + index]));
}
