import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/library/disk.ts';
import { readLibrary } from '../../../src/library/read.ts';
import { readRecordFile } from '../../../src/library/shelves.ts';
import { readAlong, readTogether } from '../../../src/integrations/shared-reading.ts';

const CONTENT = 'content';

describe('A library read by several threads', () => {
  it('is the library that one reads, whoever read which records', async () => {
    const { port1: here, port2: there } = new MessageChannel();
    // The other thread was quicker: it took the first 200 files.
    const taken = new Int32Array([200]);
    there.once('message', ({ root, files }: { root: string; files: SourceFile[] }) => {
      there.postMessage(new Map(files.slice(0, 200).map((file) => [file.path, readRecordFile(root, file)])));
      there.once('message', () => there.close());
    });
    expect(await readTogether(CONTENT, CONTENT, [here], taken)).toEqual(readLibrary(CONTENT));
  });

  it('is handed to the threads that read along', async () => {
    const { port1: here, port2: there } = new MessageChannel();
    const taken = new Int32Array(1);
    const [own, handed] = await Promise.all([readTogether('tests/fixtures/library/content', 'records/', [here], taken), readAlong(there, taken)]);
    here.close();
    expect(handed).toEqual(own);
    expect(own.library.laws.size).toBeGreaterThan(0);
    for (const { place } of own.flaws) expect(place.file).toMatch(/^records\/[^/]/);
  });
});
