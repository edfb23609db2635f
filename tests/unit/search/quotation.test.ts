import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../src/search/query.ts';
import { quotedPhrases } from '../../../src/search/quotation.ts';

describe('Quotation marks in a query', () => {
  const read: [typed: string, phrases: string[]][] = [
    ['"human trafficking" offence"', ['human trafficking']],
    ['human trafficking" offence', []],
    ['human "trafficking', ['trafficking']],
    ['5" barrel', []],
    ['a 12" pistol "mutual legal assistance"', ['mutual legal assistance']],
    ['5″ barrel', []],
    ['“human trafficking"', ['human trafficking']],
    ['"human trafficking”', ['human trafficking']],
    ['„organisierte Kriminalität“', ['organisierte Kriminalität']],
    ['»organisierte Kriminalität«', ['organisierte Kriminalität']],
    ['« traite des personnes »', ['traite des personnes']],
    ['«взаимная помощь" закон', ['взаимная помощь']],
    ['«غسل الأموال» قانون', ['غسل الأموال']],
    ['关于「人口贩运」的法律', ['人口贩运']],
    ['关于“人口贩运”的法律', ['人口贩运']],
    ['关于人口贩运”的法律', []],
    ['"mutual legal assistance" and "dual criminality"', ['mutual legal assistance', 'dual criminality']],
    ['("dual criminality")', ['dual criminality']],
    ['"human "trafficking" offence"', ['human trafficking']],
    ['human " trafficking', []],
    ['l"accord', []],
    ['""', []],
    ['"""', []],
    ['" "', []],
    ['”dual criminality”', ['dual criminality']],
  ];
  for (const [typed, phrases] of read) it(`make ${phrases.length === 0 ? 'no phrase' : phrases.join(' and ')} of ${typed}`, () => expect(quotedPhrases(typed)).toEqual(phrases));

  it('are never in what is looked for, however many and wherever', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', '“', '”', '«', '»', '「', '」', '„', ' ', 'act', '法', 'قانون', '5', '<b>', '&', '\u202e', '-'), { maxLength: 60 }), (parts) => {
        const query = readQuery(parts.join(''));
        for (const text of query ? [query.text, ...query.phrases] : []) {
          expect(text).not.toMatch(/["“”«»「」„\u202e]/u);
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
        }
      }),
    );
  });
});
