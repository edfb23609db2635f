/** Files that are text: JSON, scripts, style sheets, source maps, tables, feeds, pages. */
import type { Channel } from '../sink.ts';

/** A channel for files that are plain text; `name` is what flaws call it. */
export function textChannel(name: string): Channel {
  return (bytes, sink) => sink.text(name, bytesToText(bytes));
}

/** A channel for files with tags. */
export function markupChannel(name: string): Channel {
  return (bytes, sink) => sink.markup(name, bytesToText(bytes));
}

/** Source maps carry whole source files, and the paths they came from. */
export const sourceMap: Channel = (bytes, sink) => {
  const text = bytesToText(bytes);
  sink.text('source map', text);
  if (RESTRICTED_SOURCE.test(text)) sink.restrictedPath('source map');
};

const RESTRICTED_SOURCE = /"[^"\s]*(?:^|[/"])restricted\/[^"\s]+"/;

/** Decodes UTF-8, or UTF-16 where a byte order mark or the zeros of Latin text say so. */
export function bytesToText(bytes: Buffer): string {
  if (bytes.length >= 2) {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[1] === 0 && bytes[0] !== 0)) return utf16(bytes);
    if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0)) return utf16(swapped(bytes));
  }
  return bytes.toString('utf8');
}

/** Little-endian UTF-16 as text. A last byte that is half a code unit is cut off: Node 24.21 writes past its memory when it is asked to decode one. */
export function utf16(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length & ~1).toString('utf16le');
}

/** Big-endian UTF-16 as little-endian. */
export function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}
