import { describe, expect, it } from 'vitest';
import { filesOfSet, offlineSets } from '../../../scripts/offline/sets.ts';
import { readLibrary } from '../../../src/library/read.ts';

const { library } = readLibrary('tests/fixtures/library/content');
const FILES = [
  'assets/x.css', 'data/x.csv', 'favicon.svg', 'en/', 'fr/', 'en/states/xa/', 'fr/states/xa/', 'en/states/xb/', 'en/laws/xa/act/2010/8/', 'en/laws/xa/act/2010/8/@2012-05-01/', 'fr/laws/xa/act/2010/8/',
  'en/laws/state/xa/', 'fr/laws/xb/act/nn/code-penal/', 'en/cases/xa/judgment/xahc/2015/7/', 'en/manuals/sample/', 'pdf/sample.en.a4.pdf', 'pdf/digest.en.a4.pdf', 'search-index/languages.json', 'search-index/en-1/catalogue.gz',
  'search-index/parts/state-xa-en.gz', 'search-index/parts/state-xa-fr.gz', 'search-index/parts/state-xa-es.gz', 'search-index/parts/state-xa-ru.gz', 'search-index/parts/manual-sample-en.gz',
];
const sets = offlineSets(FILES, library, { en: { folder: 'en-1', documents: 3 } });

describe('a set that a reader keeps', () => {
  it('has a State’s documents in every language they have, with versions and cases, and its page in the reader’s language', () => {
    expect(filesOfSet(sets, 'state-xa', 'fr')).toEqual(expect.arrayContaining(['en/laws/xa/act/2010/8/', 'en/laws/xa/act/2010/8/@2012-05-01/', 'fr/laws/xa/act/2010/8/', 'en/cases/xa/judgment/xahc/2015/7/', 'fr/states/xa/']));
    expect(filesOfSet(sets, 'state-xa', 'fr')).not.toContain('en/states/xa/');
    expect(filesOfSet(sets, 'state-xa', 'fr')).not.toContain('fr/laws/xb/act/nn/code-penal/');
  });

  it('has a manual’s pages and printed volumes', () => {
    expect(filesOfSet(sets, 'manual-sample', 'en')).toEqual(['en/manuals/sample/', 'pdf/sample.en.a4.pdf', 'search-index/parts/manual-sample-en.gz']);
  });

  it('has what it takes to search in it, in the languages of its documents and of the page', () => {
    const parts = (language: string): string[] => filesOfSet(sets, 'state-xa', language).filter((file) => file.startsWith('search-index/')).sort();
    expect(parts('en')).toEqual(['search-index/parts/state-xa-en.gz', 'search-index/parts/state-xa-fr.gz']);
    expect(parts('ru')).toEqual(['search-index/parts/state-xa-en.gz', 'search-index/parts/state-xa-fr.gz', 'search-index/parts/state-xa-ru.gz']);
  });

  it('has, where it is everything, each file of the library once, but pages of other languages of the interface', () => {
    const indexes = ['fr', 'es', 'ru'].map((tag) => `search-index/${tag}-1/catalogue.gz`);
    const whole = offlineSets([...FILES, ...indexes], library, Object.fromEntries(['en', 'fr', 'es', 'ru'].map((tag) => [tag, { folder: `${tag}-1`, documents: 1 }])));
    const all = filesOfSet(whole, 'everything', 'en');
    expect(new Set(all).size).toBe(all.length);
    // Styles come with every set, languages.json is made of the indexes that are kept, and whole indexes need no parts.
    expect(FILES.filter((file) => !all.includes(file))).toEqual(['assets/x.css', 'fr/', 'fr/states/xa/', 'search-index/languages.json', ...FILES.filter((file) => file.includes('/parts/'))]);
  });
});
