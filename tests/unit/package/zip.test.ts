import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from '../../../scripts/package/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'comity-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, files: Record<string, string>): Buffer {
  const zip = new ZipFile(join(folder, name));
  for (const [path, text] of Object.entries(files)) zip.add(path, Buffer.from(text));
  zip.finish();
  return readFileSync(join(folder, name));
}

describe('a ZIP of the library', () => {
  const files = { 'a/empty.txt': '', 'a/long.html': '<p>law</p>'.repeat(5000), 'ب/中.html': 'x' };

  it('gives back the files that were put in, whatever script their names are in', () => {
    const found = unzipSync(write('one.zip', files));
    expect(Object.fromEntries(Object.entries(found).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))).toEqual(files);
  });

  it('is the same to the byte when it is written again', () => {
    expect(write('again.zip', files).equals(write('one.zip', files))).toBe(true);
  });

  it('refuses names out of order, of which two archives would differ', () => {
    expect(() => write('order.zip', { b: '', a: '' })).toThrow('order of names');
  });

  it('counts more files than the old format can', () => {
    const many = write('many.zip', Object.fromEntries(Array.from({ length: 70_000 }, (_, number) => [String(number).padStart(6, '0'), ''])));
    expect(many.readUInt32LE(many.length - 22 - 20)).toBe(0x07064b50);
    expect(many.readBigUInt64LE(many.length - 22 - 20 - 56 + 32)).toBe(70_000n);
  });
});
