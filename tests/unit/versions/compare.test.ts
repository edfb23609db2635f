import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionAsAt } from '../../../src/versions/as-at.ts';
import { changesHtml } from '../../../src/versions/change-html.ts';
import { compareVersions, type ProvisionChange } from '../../../src/versions/compare.ts';
import { provisionLines, type ProvisionLines } from '../../../src/versions/provision-lines.ts';
import { tokens } from '../../../src/versions/tokens.ts';
import { compareWords, type Change } from '../../../src/versions/words.ts';

const side = (changes: readonly Change[], gone: Change['kind']): string => changes.filter(({ kind }) => kind !== gone).map(({ text }) => text).join('');
const before = (changes: readonly Change[]): string => side(changes, 'added');
const after = (changes: readonly Change[]): string => side(changes, 'removed');

const word = fc.constantFrom('shall', 'may', 'court', 'five', 'years', '第', '条', 'العقوبة', 'статья', '3-5', '😀', '\ud800', 'é', 'e\u0301', '.', ',', ';', '(', ' ', ' ', ' ', '\n');
const legalText = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

describe('words', () => {
  it('are the text again when joined, in every script', () => {
    fc.assert(fc.property(fc.oneof(legalText, fc.string({ unit: 'binary' })), (text) => tokens(text).join('') === text));
  });

  it('stand alone in Chinese, and keep their hyphens and apostrophes elsewhere', () => {
    expect(tokens('第三条 l’État, 3-5.')).toEqual(['第', '三', '条', ' ', 'l’État', ',', ' ', '3-5', '.']);
  });
});

describe('a comparison of two texts', () => {
  it('gives both texts back, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(legalText, fc.string()), fc.oneof(legalText, fc.string()), (one, other) => {
        const changes = compareWords(one, other);
        expect(before(changes)).toBe(one);
        expect(after(changes)).toBe(other);
      }),
      { numRuns: 600 },
    );
  });

  it('never says that nothing was removed or added, and sets what was removed before what was added', () => {
    fc.assert(
      fc.property(legalText, legalText, (one, other) => {
        const changes = compareWords(one, other);
        expect(changes.every(({ text }) => text !== '')).toBe(true);
        changes.slice(1).forEach(({ kind }, index) => expect([changes[index]!.kind, kind]).not.toEqual(['added', 'removed']));
        changes.slice(1).forEach(({ kind }, index) => expect(kind).not.toBe(changes[index]!.kind));
      }),
    );
  });

  it('shows the words that were replaced, together', () => {
    expect(compareWords('imprisonment for two months, or a fine.', 'imprisonment for five years, or a fine.')).toEqual([
      { kind: 'same', text: 'imprisonment for ' },
      { kind: 'removed', text: 'two months' },
      { kind: 'added', text: 'five years' },
      { kind: 'same', text: ', or a fine.' },
    ]);
  });

  it('keeps a name of two words together that takes the place of one', () => {
    expect(compareWords('The Ministry receives requests.', 'The Attorney General receives requests.')).toEqual([
      { kind: 'same', text: 'The ' },
      { kind: 'removed', text: 'Ministry' },
      { kind: 'added', text: 'Attorney General' },
      { kind: 'same', text: ' receives requests.' },
    ]);
  });

  it('replaces as a whole what has next to nothing in common, and does not take long over it', () => {
    const text = (stem: string): string => `Beginning ${Array.from({ length: 4000 }, (_, index) => `${stem}${index}`).join(' ')} end`;
    const started = performance.now();
    const changes = compareWords(text('a'), text('b'));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(before(changes)).toBe(text('a'));
    expect(after(changes)).toBe(text('b'));
  });
});

const law = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(legalText.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== ''), { maxLength: 3 })), { selector: ([number]) => number, maxLength: 7 })
  .map((provisions): ProvisionLines[] => provisions.map(([number, lines]) => ({ eid: `art_${number}`, heading: `Article ${number}`, lines })));

describe('a comparison of two versions', () => {
  it('gives every provision of both versions back', () => {
    fc.assert(
      fc.property(law, law, (older, newer) => {
        const { changes, unchanged } = compareVersions(older, newer);
        const find = (eid: string): ProvisionChange | undefined => changes.find((change) => change.eid === eid);
        const same = (eid: string, lines: readonly string[], other: readonly ProvisionLines[]): boolean => other.find((twin) => twin.eid === eid)?.lines.join('\n').replaceAll(' ', '') === lines.join('\n').replaceAll(' ', '');
        for (const { eid, lines } of older) expect(find(eid) ? before(find(eid)!.text) === lines.join('\n') : same(eid, lines, newer)).toBe(true);
        for (const { eid, lines } of newer) expect(find(eid) ? after(find(eid)!.text) === lines.join('\n') : same(eid, lines, older)).toBe(true);
        expect(changes.length + unchanged).toBe(new Set([...older, ...newer].map(({ eid }) => eid)).size);
      }),
    );
  });

  it('is not troubled by white space that two consolidations set differently', () => {
    const { changes } = compareVersions([{ eid: 'art_1', heading: 'Article 1', lines: ['a. One.', 'Two.'] }], [{ eid: 'art_1', heading: 'Article  1', lines: ['a.One.', 'Two. '] }]);
    expect(changes).toEqual([]);
  });

  it('puts a removed provision where it stood', () => {
    const provision = (number: number, text = 'x'): ProvisionLines => ({ eid: `art_${number}`, heading: `Article ${number}`, lines: [text] });
    const { changes, unchanged } = compareVersions([provision(1), provision(2), provision(3)], [provision(1), provision(3, 'y'), provision(4)]);
    expect(changes.map(({ eid, kind }) => `${eid} ${kind}`)).toEqual(['art_2 removed', 'art_3 changed', 'art_4 added']);
    expect(unchanged).toBe(1);
  });
});

describe('a rendered text', () => {
  it('is read as provisions with their lines, numbers of paragraphs written out', () => {
    const html = '<p>Whereas &amp;c.</p><h2 id="art_3" class="provision"><a class="num" href="#art_3">Art. 3</a> Scope</h2><ol start="2"><li>One <b>word</b><ul><li>a &lt; b</li></ul></li><li><p>Two</p><p>and on</p></li></ol><table><tr><th>A</th><td>1</td></tr></table>';
    expect(provisionLines(html)).toEqual([
      { eid: '', heading: '', lines: ['Whereas &c.'] },
      { eid: 'art_3', heading: 'Art. 3 Scope', lines: ['2. One word', '– a < b', '3. Two', 'and on', 'A | 1'] },
    ]);
  });
});

describe('the page of changes', () => {
  const words = { changed: 'changed', added: 'added', removed: 'removed', preamble: 'Before the first article', nothing: 'Nothing changed.' };
  const html = (older: string[], newer: string[]): string => changesHtml(compareVersions([{ eid: 'art_1', heading: 'Article 1', lines: older }], [{ eid: 'art_1', heading: 'Article 1', lines: newer }]), words, (eid) => `#${eid}`);

  it('marks what was removed and added, leaves out what stayed, and never lets text become markup', () => {
    expect(html(['a', 'b', 'c', 'two <years>', 'e'], ['a', 'b', 'c', 'five <years>', 'e'])).toMatchInlineSnapshot(
      `"<section class="change changed"><h2 id="art_1"><a href="#art_1">Article 1</a> <span class="count">changed</span></h2><p class="gap">⋯</p><p>c</p><p><del>two</del><ins>five</ins> &lt;years&gt;</p><p>e</p></section>"`,
    );
  });

  it('gives a paragraph that was added a paragraph of its own', () => {
    expect(html(['a.', 'b.'], ['a.', 'new.', 'b.'])).toContain('<p><ins>new');
  });

  it('shows where a paragraph was divided', () => {
    expect(html(['one two'], ['one', 'two'])).toMatch(/<del> <\/del>|<ins>¶/);
  });

  it('says so where nothing changed', () => {
    expect(html(['a'], ['a'])).toBe('<p>Nothing changed.</p>');
  });
});

describe('the text as at a day', () => {
  const dates = ['2010-07-07', '2012-02-29', '2013-01-01'];
  it('is the newest version that is not later', () => {
    expect(versionAsAt(dates, '2012-05-01')).toBe(1);
    expect(versionAsAt(dates, '2012-02-29')).toBe(1);
    expect(versionAsAt(dates, '2012-02-28')).toBe(0);
    expect(versionAsAt(dates, '2012')).toBe(1);
    expect(versionAsAt(dates, '2030-01-01')).toBe(2);
    expect(versionAsAt(dates, '1999-01-01')).toBe(-1);
  });
});
