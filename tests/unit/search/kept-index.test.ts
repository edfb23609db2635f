import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LanguageIndex } from '../../../src/search/build/language-index.ts';
import { bundle, unbundle } from '../../../src/search/bundle.ts';
import { keptIndex } from '../../../src/search/kept-index.ts';
import { LanguageSearch } from '../../../src/search/language-search.ts';
import { record } from './small-index.ts';

const DOCUMENTS = [
  { title: 'Extradition Act', sets: ['state-ca', 'convention-untoc'], columns: { state: ['ca'] }, text: '## Section 44\n\nThe Minister shall refuse the surrender of the person.' },
  { title: 'Firearms Act', sets: ['state-ca'], columns: { state: ['ca'] }, text: 'A licence to possess a restricted firearm.' },
  { title: 'Trafficking Act', sets: ['state-ug', 'convention-untoc'], columns: { state: ['ug'] }, text: `${'Trafficking in persons is an offence. '.repeat(400)}\n\n## Section 9\n\nNo surrender without the consent of the person.` },
  { title: 'Ports Act', sets: ['state-ke'], columns: { state: ['ke'] }, text: 'A vessel, the surrender of a vessel.' },
];

/** Bundles by set. */
function parts(): Map<string, Uint8Array> {
  const index = new LanguageIndex('en');
  const texts: Uint8Array[] = [];
  const keep = ({ name, content }: { name: string; content: Uint8Array | string }): void => {
    if (name.startsWith('text-')) texts.push(gzipSync(content));
  };
  DOCUMENTS.forEach((document, number) => {
    for (const file of index.add({ ...record(document, number), sets: document.sets })) keep(file);
  });
  for (const file of index.finish()) keep(file);
  return new Map([...index.parts()].map((part) => [part.set, bundle([gzipSync(part.catalogue), ...part.terms.map((file) => gzipSync(file)), ...part.texts.map((number) => texts[number]!)])]));
}

const unpack = (packed: Uint8Array): Promise<Uint8Array> => Promise.resolve(gunzipSync(packed));
const open = async (...sets: string[]): Promise<LanguageSearch> => LanguageSearch.open(await keptIndex(sets.map((set) => parts().get(set)!), unpack), true);

describe('searching in what is kept', () => {
  it('finds in it, down to the provision, and nothing that is not kept', async () => {
    const search = await open('state-ca');
    const results = (await search.search('surrender person'))!;
    expect(results.hits.map(({ document }) => search.catalogue.titles[document])).toEqual(['Extradition Act']);
    expect((await search.show(results.hits[0]!, results, 1))[0]!.eid).toBe('sec_44');
    expect(search.suggest('firea', 3)).toHaveLength(1);
  });

  it('has a document of two sets once, and finds phrases in each', async () => {
    const search = await open('state-ca', 'convention-untoc', 'state-ug');
    expect(search.catalogue.titles).toEqual(['Extradition Act', 'Firearms Act', 'Trafficking Act']);
    expect(search.catalogue.columns.state.values).toEqual(['ca', 'ug']);
    const titles = async (query: string): Promise<string[]> => (await search.search(query))!.hits.map(({ document }) => search.catalogue.titles[document]!);
    expect(await titles('"without the consent of the person"')).toEqual(['Trafficking Act']);
    expect(await titles('restricted firearm')).toEqual(['Firearms Act']);
    expect(new Set(await titles('surrender'))).toEqual(new Set(['Extradition Act', 'Trafficking Act']));
  });
});

describe('a bundle', () => {
  it('is gzip that anything reads, and gives its files back', () => {
    const whole = bundle([gzipSync('one'), gzipSync('two')]);
    expect(gunzipSync(whole).toString()).toBe('onetwo');
    expect(unbundle(whole).map((member) => gunzipSync(member).toString())).toEqual(['one', 'two']);
  });
});
