/**
 * ZIP archives of which two with the same files are the same bytes: names in order, one fixed time, one deflater written in JavaScript
 * (zlib's output differs between processors). ZIP64 records are written where an archive has more files or bytes than the old format counts.
 * Format: PKWARE APPNOTE 6.3.10.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** 1 January 1980, midnight: the first time a ZIP can name. */
const DATE = (0 << 9) | (1 << 5) | 1;
const UTF8 = 0x0800;
const LIMIT_16 = 0xffff;
const LIMIT_32 = 0xffffffff;
/** Kinds of file that deflate makes no smaller. */
const PACKED = /\.(?:woff2|pdf|png|jpg|gz|zip)$/;

interface Entry {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  method: number;
  offset: number;
}

export class ZipFile {
  readonly #file: number;
  readonly #entries: Entry[] = [];
  #offset = 0;
  /** What waits to be written: one call for each of 100,000 small files would take minutes. */
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #last = '';

  /** @param path of the archive; an older file there is overwritten */
  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /**
   * Adds a file.
   *
   * @param name path in the archive, with `/`; names must come in ascending order
   * @throws Error for a name out of order
   */
  add(name: string, content: Uint8Array): void {
    if (name <= this.#last) throw new Error(`${name} comes after ${this.#last} in the archive, but not in the order of names.`);
    this.#last = name;
    const deflated = content.length === 0 || PACKED.test(name) ? content : deflateSync(content, { level: 6 });
    const smaller = deflated.length < content.length;
    const body = smaller ? deflated : content;
    const entry: Entry = { name: Buffer.from(name), crc: crc32(content), packed: body.length, size: content.length, method: smaller ? 8 : 0, offset: this.#offset };
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    this.#common(head, 4, entry);
    this.#write(head, entry.name, body);
    this.#entries.push(entry);
  }

  /** Writes the directory and closes the archive. Gives its size in bytes. */
  finish(): number {
    const start = this.#offset;
    for (const entry of this.#entries) {
      const far = entry.offset >= LIMIT_32;
      const extra = Buffer.alloc(far ? 12 : 0);
      if (far) {
        extra.writeUInt16LE(1, 0);
        extra.writeUInt16LE(8, 2);
        extra.writeBigUInt64LE(BigInt(entry.offset), 4);
      }
      const head = Buffer.alloc(46);
      head.writeUInt32LE(0x02014b50, 0);
      head.writeUInt16LE(0x0314, 4); // made as on Unix, so that the permissions below count
      this.#common(head, 6, entry);
      head.writeUInt16LE(extra.length, 30);
      head.writeUInt32LE((0o100644 << 16) >>> 0, 38);
      head.writeUInt32LE(Math.min(entry.offset, LIMIT_32), 42);
      this.#write(head, entry.name, extra);
    }
    const size = this.#offset - start;
    const count = this.#entries.length;
    if (count >= LIMIT_16 || start >= LIMIT_32) {
      const [end, locator] = [Buffer.alloc(56), Buffer.alloc(20)];
      end.writeUInt32LE(0x06064b50, 0);
      end.writeBigUInt64LE(44n, 4);
      end.writeUInt16LE(0x032d, 12);
      end.writeUInt16LE(45, 14);
      end.writeBigUInt64LE(BigInt(count), 24);
      end.writeBigUInt64LE(BigInt(count), 32);
      end.writeBigUInt64LE(BigInt(size), 40);
      end.writeBigUInt64LE(BigInt(start), 48);
      locator.writeUInt32LE(0x07064b50, 0);
      locator.writeBigUInt64LE(BigInt(this.#offset), 8);
      locator.writeUInt32LE(1, 16);
      this.#write(end, locator);
    }
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(Math.min(count, LIMIT_16), 8);
    tail.writeUInt16LE(Math.min(count, LIMIT_16), 10);
    tail.writeUInt32LE(Math.min(size, LIMIT_32), 12);
    tail.writeUInt32LE(Math.min(start, LIMIT_32), 16);
    this.#write(tail);
    this.#flush();
    closeSync(this.#file);
    return this.#offset;
  }

  /** What the head of a file and its entry in the directory share. */
  #common(head: Buffer, at: number, { name, crc, packed, size, method, offset }: Entry): void {
    head.writeUInt16LE(offset >= LIMIT_32 ? 45 : 20, at);
    head.writeUInt16LE(UTF8, at + 2);
    head.writeUInt16LE(method, at + 4);
    head.writeUInt16LE(0, at + 6);
    head.writeUInt16LE(DATE, at + 8);
    head.writeUInt32LE(crc, at + 10);
    head.writeUInt32LE(packed, at + 14);
    head.writeUInt32LE(size, at + 18);
    head.writeUInt16LE(name.length, at + 22);
  }

  #write(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.#waiting.push(part);
      this.#waitingBytes += part.length;
      this.#offset += part.length;
    }
    if (this.#waitingBytes > 4_000_000) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
