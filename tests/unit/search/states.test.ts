import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../../src/library/read.ts';
import { LanguageIndex } from '../../../src/search/build/language-index.ts';
import { documentsOf } from '../../../src/search/build/records.ts';
import { LanguageSearch } from '../../../src/search/language-search.ts';

const { library } = readLibrary('content');
const searches = new Map<string, Promise<LanguageSearch>>();

function states(language: string): Promise<LanguageSearch> {
  let search = searches.get(language);
  if (!search) {
    const index = new LanguageIndex(language);
    const files = new Map<string, Uint8Array>();
    for (const document of documentsOf(library, language, new Map())) if (document.kind === 'state') for (const file of index.add(document)) files.set(file.name, file.content);
    for (const file of index.finish()) files.set(file.name, file.content);
    search = LanguageSearch.open((name) => Promise.resolve(files.get(name)!));
    searches.set(language, search);
  }
  return search;
}

describe('A State is found by its well-known names', () => {
  it.each([
    ['en', 'ivory coast', 'ci'],
    ['en', 'Côte d’Ivoire', 'ci'],
    ['en', 'Turkey', 'tr'],
    ['en', 'Czech Republic', 'cz'],
    ['en', 'Swaziland', 'sz'],
    ['en', 'Burma', 'mm'],
    ['en', 'East Timor', 'tl'],
    ['en', 'UK', 'gb'],
    ['en', 'DRC', 'cd'],
    ['fr', 'RDC', 'cd'],
    ['fr', 'République tchèque', 'cz'],
    ['es', 'Costa de Marfil', 'ci'],
    ['es', 'Suazilandia', 'sz'],
    ['ru', 'Свазиленд', 'sz'],
    ['ru', 'США', 'us'],
    ['ar', 'تيمور الشرقية', 'tl'],
    ['zh', '象牙海岸', 'ci'],
  ])('in %s: %s', async (language, query, code) => {
    const search = await states(language);
    const hit = (await search.search(query))!.hits[0];
    expect(hit && search.catalogue.addresses[hit.document]).toBe(`${language}/states/${code}/`);
    const [suggested] = search.suggest(query, 3);
    expect(suggested && search.catalogue.addresses[suggested.document]).toBe(`${language}/states/${code}/`);
  });
});
