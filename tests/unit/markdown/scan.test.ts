import { describe, expect, it } from 'vitest';
import { locate, scanText } from '../../../src/markdown/scan.ts';

const TEXT = `# Act

## Section 1 — 文 😀

See [one](a), text 😀 [two](b#art_1) and <b>.

[r]: target

![p](q.png) [r]

A[^1] B[^2] \\[^3] \`[^4]\`

[^1]: Note.
[^5]: Unused.

## Section 2
`;

describe('A scan of a text', () => {
  const scan = scanText(TEXT);
  const at = locate(TEXT);

  it('finds headings, links, pictures, HTML and footnotes', () => {
    expect(scan.headings.map(({ index, provision }) => [index, provision.eid])).toEqual([[1, 'sec_1'], [2, 'sec_2']]);
    expect(scan.links.map(({ kind, address }) => [kind, address])).toEqual([['link', 'a'], ['link', 'b#art_1'], ['definition', 'target']]);
    expect([scan.pictures, scan.html]).toEqual([1, 1]);
    expect(scan.footnotes.defined).toEqual(['1', '5']);
    expect([...scan.footnotes.used]).toEqual(['1']);
    expect(scan.footnotes.textless).toEqual([{ mark: '[^2]', point: { line: 11, column: 8 } }]);
  });

  it('says where they stand, counting columns as editors do', () => {
    expect(at('heading', 2)).toMatchObject({ line: 16, column: 1 });
    expect(at('link', 1)).toMatchObject({ line: 5, column: 23 });
    expect(at('html', 0)).toMatchObject({ line: 5, column: 42 });
    expect(at('definition', 0)).toMatchObject({ line: 7, column: 1 });
  });

  it('says the first line for what is not there', () => expect(at('link', 99)).toEqual({ line: 1, column: 1 }));
});
