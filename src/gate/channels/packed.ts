/**
 * Compressed files. Pagefind's fragments, indexes and engine are gzip; the offline package is a ZIP.
 *
 * A ZIP is read entry by entry from its central directory, so that a package as large as the site needs little memory.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Channel } from '../sink.ts';

/** One packed file may unpack to so much; more is refused, because it may be a bomb. */
const LARGEST = 400 * 1024 * 1024;

/** A channel for gzip, `name` being what is packed: `search fragment`. The packed name without `.gz` says how to read it. */
export function gzipChannel(name: string): Channel {
  return (bytes, sink) => {
    try {
      sink.file(name, '', gunzipSync(bytes, { maxOutputLength: LARGEST }));
    } catch (error) {
      sink.unreadable(name, `gzip: ${reasonOf(error)}`);
    }
  };
}

export const brotli: Channel = (bytes, sink) => {
  try {
    sink.file('brotli', '', brotliDecompressSync(bytes, { maxOutputLength: LARGEST }));
  } catch (error) {
    sink.unreadable('brotli', reasonOf(error));
  }
};

/** ZIP archives, and formats that are ZIP archives. Names and comments are looked at as well. */
export const zip: Channel = (bytes, sink) => {
  try {
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end < 0) throw new Error('no central directory');
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count === 0xffff || at === 0xffffffff) throw new Error('ZIP64');
    sink.text('ZIP', bytes.toString('utf8', at));
    for (let index = 0; index < count; index++) at = readEntry(bytes, at, sink);
  } catch (error) {
    sink.unreadable('ZIP', reasonOf(error));
  }
};

/** Reads the entry described at an offset of the central directory (APPNOTE 4.3.12); gives the offset of the next. */
function readEntry(bytes: Buffer, at: number, sink: Parameters<Channel>[1]): number {
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('broken central directory');
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const packedSize = bytes.readUInt32LE(at + 20);
  const nameLength = bytes.readUInt16LE(at + 28);
  const header = bytes.readUInt32LE(at + 42);
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  if (flags & 1) throw new Error('encrypted');
  if (packedSize === 0xffffffff || header === 0xffffffff) throw new Error('ZIP64');
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + packedSize);
  if (method !== 0 && method !== 8) throw new Error(`compression method ${method}`);
  if (!name.endsWith('/')) sink.file('ZIP', name, method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: LARGEST }));
  return at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
