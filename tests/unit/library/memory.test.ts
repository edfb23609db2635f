import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Memory } from '../../../src/library/memory.ts';
import { readLibrary, type ReadLibrary } from '../../../src/library/read.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'comity-memory-'));
  for (const folder of ['laws/un', 'laws/ar', 'laws/ke', 'states']) cpSync(join('content', folder), join(place, folder), { recursive: true });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What a reading found, in a form that can be compared. */
function found({ library, flaws }: ReadLibrary): unknown {
  return { laws: [...library.laws], states: [...library.states], aliases: [...library.aliases], flaws };
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(place, path);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, change(before));
}

describe('a preview after an edit', () => {
  it('finds what a fresh reading finds: good records, flaws, links that an edit elsewhere broke, facts of translations', () => {
    const memory = new Memory();
    const agree = (): ReadLibrary => {
      const remembered = readLibrary(place, 'content', { memory });
      expect(found(remembered)).toEqual(found(readLibrary(place, 'content')));
      return remembered;
    };
    agree();
    edit('laws/ke/act/2009/9/eng.md', (text) => text.replace(/^status: .*$/m, 'status: "repealed"'));
    expect(agree().library.laws.get('ke/act/2009/9')!.data.status).toBe('repealed');
    edit('laws/ke/act/2009/9/eng.md', (text) => text.replace(/^status: .*$/m, 'status: "in_forse"'));
    expect(agree().flaws.map(({ name }) => name)).toContain('InvalidValue');
    edit('laws/ke/act/2009/9/eng.md', (text) => text.replace(/^status: .*$/m, 'status: "in_force"').replace('untoc#art_6"', 'untoc#art_66"'));
    expect(agree().flaws.map(({ name }) => name)).toContain('UnknownProvision');
    // The translation takes its data from the original, which alone is edited.
    edit('laws/ar/act/1996/24767/eng.md', (text) => text.replace(/^status: .*$/m, 'status: "amended"'));
    const spanish = agree().library.laws.get('ar/act/1996/24767')!.expressions.find(({ expression }) => expression.language === 'spa')!;
    expect(spanish.data.status).toBe('amended');
  });
});
