import { describe, expect, it } from 'vitest';
import { filesOfSet, offlineSets } from '../../../scripts/offline/sets.ts';
import { readLibrary } from '../../../src/library/read.ts';

const { library } = readLibrary('tests/fixtures/library/content');
const FILES = [
  'assets/x.css', 'data/x.csv', 'favicon.svg', 'en/', 'fr/', 'en/states/xa/', 'fr/states/xa/', 'en/states/xb/', 'en/laws/xa/act/2010/8/', 'en/laws/xa/act/2010/8/@2012-05-01/', 'fr/laws/xa/act/2010/8/',
  'en/laws/state/xa/', 'fr/laws/xb/act/nn/code-penal/', 'en/cases/xa/judgment/xahc/2015/7/', 'en/manuals/sample/', 'pdf/sample.en.a4.pdf', 'pdf/digest.en.a4.pdf', 'search-index/languages.json', 'search-index/en-1/catalogue.gz',
];
const sets = offlineSets(FILES, library, { en: { folder: 'en-1', documents: 3 } });

describe('a set that a reader keeps', () => {
  it('has a State’s documents in every language they have, with versions and cases, and its page in the reader’s language', () => {
    expect(filesOfSet(sets, 'state-xa', 'fr')).toEqual(expect.arrayContaining(['en/laws/xa/act/2010/8/', 'en/laws/xa/act/2010/8/@2012-05-01/', 'fr/laws/xa/act/2010/8/', 'en/cases/xa/judgment/xahc/2015/7/', 'fr/states/xa/']));
    expect(filesOfSet(sets, 'state-xa', 'fr')).not.toContain('en/states/xa/');
    expect(filesOfSet(sets, 'state-xa', 'fr')).not.toContain('fr/laws/xb/act/nn/code-penal/');
  });

  it('has a manual’s pages and printed volumes', () => {
    expect(filesOfSet(sets, 'manual-sample', 'en')).toEqual(['en/manuals/sample/', 'pdf/sample.en.a4.pdf']);
  });

  it('has, where it is everything, each file of the library once, but pages of other languages of the interface', () => {
    const all = filesOfSet(sets, 'everything', 'en');
    expect(new Set(all).size).toBe(all.length);
    // Styles come with every set, and languages.json is made of the indexes that are kept.
    expect(FILES.filter((file) => !all.includes(file))).toEqual(['assets/x.css', 'fr/', 'fr/states/xa/', 'search-index/languages.json']);
  });
});
