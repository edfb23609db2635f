/** Pictures and fonts: their metadata. What a picture shows cannot be read. */
import { brotliDecompressSync, inflateSync } from 'node:zlib';
import type { Channel, Sink } from '../sink.ts';
import { binaryChannel } from './binary.ts';

/** PNG: text chunks (tEXt, zTXt, iTXt), unpacked, then all other bytes but the pixels (PNG 3rd edition, 11.3.3). */
export const png: Channel = (bytes, sink) => {
  const rest: Buffer[] = [];
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'zTXt' || type === 'iTXt') readPackedText(type, data, sink);
    if (type !== 'IDAT' && type !== 'fdAT') rest.push(data, Buffer.from(' '));
    at += 12 + length;
    if (type === 'IEND') break;
  }
  rest.push(bytes.subarray(at));
  binaryChannel('image metadata')(Buffer.concat(rest), sink);
};

function readPackedText(type: string, data: Buffer, sink: Sink): void {
  const keywordEnd = data.indexOf(0);
  if (type === 'iTXt' && data[keywordEnd + 1] !== 1) return; // not packed: read with the rest
  let start = keywordEnd + 2;
  // iTXt: flag, method, language, zero, translated keyword, zero
  if (type === 'iTXt') start = data.indexOf(0, data.indexOf(0, keywordEnd + 3) + 1) + 1;
  try {
    sink.file('image metadata', '', inflateSync(data.subarray(start)));
  } catch {
    sink.unreadable('image metadata', 'a packed text chunk is broken');
  }
}

/** JPEG, WebP, AVIF, GIF, ICO: EXIF, XMP and comments are plain bytes, so all bytes are looked at. */
export const picture: Channel = binaryChannel('image metadata');

/** WOFF2: outlines are let through; the metadata block is brotli-packed XML (WOFF2 §6). */
export const woff2: Channel = (bytes, sink) => {
  if (bytes.length < 48) return sink.unreadable('font', 'too short');
  const start = bytes.readUInt32BE(28);
  const length = bytes.readUInt32BE(32);
  if (length === 0) return;
  try {
    sink.markup('font metadata', brotliDecompressSync(bytes.subarray(start, start + length)).toString('utf8'));
  } catch {
    sink.unreadable('font metadata', 'broken brotli');
  }
};
