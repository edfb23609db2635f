/** Files that are not text: whatever text stands in their bytes, in any of the usual encodings, and archives hidden in them. */
import type { Channel } from '../sink.ts';
import { swapped, utf16 } from './text.ts';

const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1');

/** A channel that looks for text among bytes. */
export function binaryChannel(name: string): Channel {
  return (bytes, sink) => {
    sink.text(name, bytes.toString('utf8'));
    sink.text(name, bytes.toString('latin1'));
    // Text in UTF-16 may begin at an odd byte.
    for (const start of [0, 1]) {
      const shifted = bytes.subarray(start);
      sink.text(name, utf16(shifted));
      sink.text(name, utf16(swapped(shifted)));
    }
    const archive = bytes.indexOf(ZIP_ENTRY);
    if (archive > 0 && bytes.includes('PK\x05\x06', archive, 'latin1')) sink.file(name, 'hidden.zip', bytes.subarray(archive));
  };
}
