import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../src/domain/language.ts';
import { isoOf } from '../../../src/i18n/routes.ts';
import { instruments } from '../../../src/library/library.ts';
import { readLibrary } from '../../../src/library/read.ts';
import { LanguageIndex } from '../../../src/search/build/language-index.ts';
import { documentsOf, setsOfWorks } from '../../../src/search/build/records.ts';
import { LanguageSearch } from '../../../src/search/language-search.ts';
import { nameOf } from '../../../src/views/references.ts';

const { library } = readLibrary('content');

/** What is found for a query first, in the conventions as the library holds them and nothing else. */
async function firstFound(language: string, query: string): Promise<string> {
  const index = new LanguageIndex(language);
  const files = new Map<string, Uint8Array>();
  const keep = ({ name, content }: { name: string; content: Uint8Array | string }): void => void files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  for (const document of documentsOf(library, language, setsOfWorks(library))) if (document.kind === 'convention' || document.kind === 'article') for (const file of index.add(document)) keep(file);
  for (const file of index.finish()) keep(file);
  const search = await LanguageSearch.open((name) => Promise.resolve(files.get(name)!));
  const hit = (await search.search(query))?.hits[0];
  return hit ? search.catalogue.addresses[hit.document]! : 'nothing';
}

describe('A reader of any interface language', () => {
  it.each([
    ['fr', 'art. 18 CTO', 'fr/laws/un/act/convention/unga/2000-11-15/untoc/art_18/'],
    ['fr', 'article 18 de la Convention de Palerme', 'fr/laws/un/act/convention/unga/2000-11-15/untoc/art_18/'],
    ['fr', 'art. 46 CNUCC', 'fr/laws/un/act/convention/unga/2003-10-31/uncac/art_46/'],
    ['es', 'art. 18 Convención de Palermo', 'es/laws/un/act/convention/unga/2000-11-15/untoc/art_18/'],
    ['ar', 'المادة 18 اتفاقية الجريمة المنظمة', 'ar/laws/un/act/convention/unga/2000-11-15/untoc/art_18/'],
    ['zh', '有组织犯罪公约第18条', 'zh/laws/un/act/convention/unga/2000-11-15/untoc/art_18/'],
    ['zh', '反腐败公约', 'zh/laws/un/act/convention/unga/2003-10-31/uncac/'],
    ['ru', 'ст. 46 Конвенции против коррупции', 'ru/laws/un/act/convention/unga/2003-10-31/uncac/art_46/'],
  ])('finds an article of a convention by the name used in %s: %s', async (language, query, address) => {
    expect(await firstFound(language, query)).toBe(address);
  });

  it('reads short names of conventions, in their own language', () => {
    for (const language of INTERFACE_LANGUAGES) {
      const names = instruments(library).map((work) => nameOf(work, isoOf(language)));
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name.length).toBeLessThan(66);
      if (language !== 'en') for (const name of names) expect(name).not.toMatch(/Convention against|Protocol\b/);
    }
  });
});
