import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { citationKey, citationOf, type CitedJsonLd } from '../../../src/citations/item.ts';
import { toPlain } from '../../../src/citations/plain.ts';
import { toRis } from '../../../src/citations/ris.ts';

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
      "@legislation{xa-act-2008-11-2012-05-01,
        author = {{Sample State}},
        title = {{Anti-Trafficking Act}},
        number = {No. 11 of 2008},
        address = {Sample State},
        year = {2008},
        date = {2008-11-06},
        note = {No. 11 of 2008},
        version = {2012-05-01},
        language = {en},
        howpublished = {Comity},
        url = {https://library.example/a},
        urldate = {2026-01-02},
      }
      "
    `);
    expect(toRis(item).split('\r\n')).toEqual(['TY  - STAT', 'ID  - xa-act-2008-11-2012-05-01', 'AU  - Sample State', 'TI  - Anti-Trafficking Act', 'PY  - 2008', 'DA  - 2008/11/06/', 'M1  - No. 11 of 2008', 'N1  - Sample State; version 2012-05-01', 'LA  - en', 'DB  - Comity', 'UR  - https://library.example/a', 'Y2  - 2026/01/02/', 'ER  - ', '']);
  });
});
