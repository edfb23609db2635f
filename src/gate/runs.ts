/** Runs of base64 or hexadecimal digits → the bytes they may stand for. */

export interface Decoded {
  encoding: 'base64' | 'hexadecimal';
  bytes: Buffer;
}

const HEX = /^(?:[0-9a-f]{2}){8,}$/i;
const CAPITAL = /[A-Z]/;
const SMALL = /[a-z]/;
/** First bytes of gzip, ZIP, PDF, PNG, JPEG, zlib, in Latin-1. */
const MAGIC = /^(?:\x1f\x8b|PK\x03\x04|%PDF|\x89PNG|\xff\xd8\xff)/;

/**
 * What a run may decode to, where the result looks like text or like a file the gate can read.
 *
 * Reasoning: most runs are paths (`/en/laws/ke/act/2010/8`) and hashes, which decode to noise; eight bytes tell. A run may
 * have a word before the base64 begins (`data/SGVs…`), so each of the four alignments is tried.
 */
export function runToFiles(run: string): Decoded[] {
  const files: Decoded[] = [];
  if (HEX.test(run)) {
    const bytes = Buffer.from(run, 'hex');
    if (isTelling(bytes)) files.push({ encoding: 'hexadecimal', bytes });
  }
  // Base64 has letters of both cases: sixteen digits without capitals come about once in five thousand times.
  if (!CAPITAL.test(run) || !SMALL.test(run)) return files;
  for (const start of [0, 1, 2, 3]) {
    if (!isTelling(Buffer.from(run.slice(start, start + 32), 'base64'))) continue;
    const bytes = Buffer.from(run.slice(start), 'base64');
    files.push({ encoding: 'base64', bytes });
  }
  // A path or a word before it: what comes after the last sign that is no letter.
  const tail = run.slice(Math.max(run.lastIndexOf('/'), run.lastIndexOf('_'), run.lastIndexOf('-')) + 1);
  if (tail.length < run.length && tail.length >= 16) files.push(...runToFiles(tail));
  return files;
}

/** Bytes that begin like a known format, or like text in UTF-8 or UTF-16. */
function isTelling(bytes: Buffer): boolean {
  if (bytes.length < 6) return false;
  if (MAGIC.test(bytes.toString('latin1', 0, 4))) return true;
  return isUtf8(bytes) || isUtf16(bytes, 0) || isUtf16(bytes, 1);
}

function isUtf8(bytes: Buffer): boolean {
  // The last character may be cut; what comes before it must be whole and printable.
  const text = bytes.toString('utf8');
  const limit = Math.min(text.length - 1, 16);
  for (let index = 0; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd || code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return false;
  }
  return true;
}

/** Latin text in UTF-16 has a zero in every other byte. */
function isUtf16(bytes: Buffer, zero: number): boolean {
  for (let index = zero; index < Math.min(bytes.length, 16); index += 2) if (bytes[index] !== 0) return false;
  return true;
}
