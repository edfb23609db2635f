import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { toCslJson } from '../../../src/citations/csl-json.ts';
import { citationKey, citationOf, cslDate, type CitedJsonLd, type CslItem } from '../../../src/citations/item.ts';
import { toPlain } from '../../../src/citations/plain.ts';
import { toRis } from '../../../src/citations/ris.ts';
import { readBibtex, readRis, readTex } from './readers.ts';

const WORDS = { tag: 'en', version: 'version of {date}' };
const act: CitedJsonLd = {
  '@type': 'Legislation', '@id': '/akn/xa/act/2008/11', name: 'Anti-Trafficking Act', inLanguage: 'en', legislationType: 'act',
  legislationIdentifier: 'No. 11 of 2008 [unverified]', legislationDate: '2008-11-06', legislationDateVersion: '2012-05-01', legislationPassedBy: undefined,
};
const decision: CitedJsonLd = { '@type': 'CreativeWork', '@id': '/akn/xa/judgment/high-court/2010/4', name: 'State v N', inLanguage: 'en', dateCreated: '2010-10', identifier: ['ECLI:XA:HC:2010:4', '[2010] XAHC 4'], creator: { name: 'High Court' } };

describe('a citation', () => {
  it('of a law names its number, State, provision, version and address, and leaves the marks of doubt out', () => {
    const item = citationOf(act, { place: 'Sample State', url: 'https://library.example/en/laws/xa/act/2008/11/#sec_3', provision: { eid: 'sec_3', label: 'Section 3' } });
    expect(toPlain(item, WORDS)).toBe('Anti-Trafficking Act (No. 11 of 2008), Sample State, 6 November 2008, Section 3, version of 1 May 2012. Comity. https://library.example/en/laws/xa/act/2008/11/#sec_3');
    expect(item.id).toBe('xa-act-2008-11-2012-05-01-sec_3');
  });

  it('of a case names the court, and its neutral citation before its ECLI', () => {
    expect(toPlain(citationOf(decision, { place: 'Sample State' }), WORDS)).toBe('State v N ([2010] XAHC 4), High Court, Sample State, October 2010. Comity');
  });

  it('of a convention is a treaty', () => {
    expect(citationOf({ ...act, legislationType: 'protocol' }, {}).type).toBe('treaty');
  });

  it('writes dates in the language of the reader', () => {
    expect(toPlain(citationOf(act, {}), { tag: 'fr', version: 'version du {date}' })).toContain('version du 1 mai 2012');
  });

  it('has a key that BibTeX takes, whatever the identifier', () => {
    expect(citationKey('/akn/sa/act/1440-05-08/نظام', '2020-01-01')).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('as BibTeX and RIS reads as a reference manager expects it', () => {
    const item = citationOf(act, { place: 'Sample State', url: 'https://library.example/a', accessed: '2026-01-02' });
    expect(toBibtex(item)).toMatchInlineSnapshot(`
      "@misc{xa-act-2008-11-2012-05-01,
        author = {{Sample State}},
        title = {{Anti-Trafficking Act}},
        entrysubtype = {legislation},
        number = {No. 11 of 2008},
        address = {Sample State},
        year = {2008},
        date = {2008-11-06},
        version = {2012-05-01},
        language = {en},
        publisher = {Comity},
        url = {https://library.example/a},
        urldate = {2026-01-02},
      }
      "
    `);
    expect(toRis(item).split('\r\n')).toEqual(['TY  - STAT', 'ID  - xa-act-2008-11-2012-05-01', 'AU  - Sample State', 'TI  - Anti-Trafficking Act', 'M1  - No. 11 of 2008', 'CY  - Sample State', 'PY  - 2008', 'DA  - 2008/11/06/', 'ET  - 2012-05-01', 'LA  - en', 'DB  - Comity', 'UR  - https://library.example/a', 'Y2  - 2026/01/02/', 'ER  - ', '']);
  });
});

const words = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom('\\', '{', '}', '$', '&', '#', '%', '_', '^', '~', '"', 'é', '第', 'ض', ' ', '\n', '\r', '\u0085', '\u2028', '-', 'A') }));
const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });
const item = fc
  .record({
    jsonld: fc.record({ '@type': fc.constantFrom('Legislation', 'CreativeWork'), '@id': words, name: words, inLanguage: fc.constantFrom('en', 'zh-Hans'), legislationType: fc.constantFrom('act', 'protocol'), legislationIdentifier: maybe(words), identifier: maybe(fc.array(words)), legislationDate: maybe(day), dateCreated: maybe(day), legislationDateVersion: maybe(day), legislationPassedBy: maybe(words), creator: maybe(fc.record({ name: words })) }),
    place: maybe(words), url: maybe(fc.webUrl({ withFragments: true, withQueryParameters: true })), provision: maybe(fc.record({ eid: words, label: words })), accessed: maybe(day),
  })
  .map(({ jsonld, ...place }) => citationOf(jsonld, place));

/** Fields of an item that are text, with their names in the two formats. */
const TEXTS: [keyof CslItem, bibtex: string, ris: string][] = [['title', 'title', 'TI'], ['number', 'number', 'M1'], ['jurisdiction', 'address', 'CY'], ['authority', 'institution', 'PB'], ['section', 'note', 'SE'], ['version', 'version', 'ET'], ['language', 'language', 'LA'], ['source', 'publisher', 'DB']];

describe('whatever a record says', () => {
  it('comes back from BibTeX as it was', () => {
    fc.assert(
      fc.property(item, (given) => {
        const { key, fields } = readBibtex(toBibtex(given));
        expect(key).toBe(given.id);
        const { title = '', ...read } = Object.fromEntries(TEXTS.flatMap(([name, bibtex]) => (fields[bibtex] === undefined ? [] : [[name, readTex(fields[bibtex])]])));
        const back = { id: key, type: readTex(fields['entrysubtype']!), title, ...read, ...(fields['date'] ? { issued: cslDate(fields['date']) } : {}), ...(fields['url'] ? { URL: fields['url'] } : {}), ...(fields['urldate'] ? { accessed: cslDate(fields['urldate']) } : {}) };
        expect(back).toEqual({ ...given, ...(given.URL ? { URL: given.URL.replace(/[{}\\]/g, encodeURIComponent) } : {}) });
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from RIS as it was', () => {
    const types = { STAT: 'legislation', LEGAL: 'treaty', CASE: 'legal_case' } as Record<string, string>;
    const date = (value: string | undefined) => cslDate(value?.replace(/\/+$/, '').replaceAll('/', '-'));
    fc.assert(
      fc.property(item, (given) => {
        const tags = readRis(toRis(given));
        const back = { id: tags.get('ID'), type: types[tags.get('TY')!], ...Object.fromEntries(TEXTS.flatMap(([name, , ris]) => (tags.has(ris) ? [[name, tags.get(ris)]] : []))), ...(tags.has('DA') ? { issued: date(tags.get('DA')) } : {}), ...(tags.has('UR') ? { URL: tags.get('UR') } : {}), ...(tags.has('Y2') ? { accessed: date(tags.get('Y2')) } : {}) };
        expect(back).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from CSL-JSON as it was', () => {
    fc.assert(fc.property(item, (given) => void expect(JSON.parse(toCslJson(given))).toEqual([given])));
  });
});
