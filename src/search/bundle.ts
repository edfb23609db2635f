/**
 * A part of the index in one file: its catalogue, its files of terms, its texts, each a gzip member with its length in its head
 * (RFC 1952, extra field `CM`), one after the other. Anything that reads gzip reads it whole; we read what we need.
 *
 * In the folder of the index: `parts/state-ke-en.gz`.
 */

const HEAD = 10;
const EXTRA = 10;

/** File of a part, below the folder of the index. */
export function partFile(set: string, tag: string): string {
  return `parts/${set}-${tag}.gz`;
}

/** Language of a part's file, by its address; undefined for any other file. */
export function partLanguage(address: string): string | undefined {
  return /(?:^|\/)search-index\/parts\/.*-([a-z]{2,3})\.gz$/.exec(address)?.[1];
}

/** Puts packed files one after the other, each with its length in its head. */
export function bundle(members: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(members.reduce((total, { length }) => total + length + EXTRA, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const member of members) {
    const length = member.length + EXTRA;
    whole.set(member.subarray(0, HEAD), at);
    whole[at + 3]! |= 4;
    whole.set([EXTRA - 2, 0, 0x43, 0x4d, 4, 0], at + HEAD);
    view.setUint32(at + HEAD + 6, length, true);
    whole.set(member.subarray(HEAD), at + HEAD + EXTRA);
    at += length;
  }
  return whole;
}

/** Takes a bundle apart; the files are still packed. */
export function unbundle(whole: Uint8Array): Uint8Array[] {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const members: Uint8Array[] = [];
  for (let at = 0; at < whole.length; ) {
    const length = view.getUint32(at + HEAD + 6, true);
    members.push(whole.subarray(at, at + length));
    at += length;
  }
  return members;
}
