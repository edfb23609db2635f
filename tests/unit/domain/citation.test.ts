import { describe, expect, it } from 'vitest';
import { eidToNumber, formatCitation, isEcli, parseCitation } from '../../../src/domain/citation.ts';

describe('A reference between records', () => {
  it.each([
    ['untoc#art_18', { work: 'untoc', eid: 'art_18' }],
    ['ke/act/2010/8#sec_5', { work: 'ke/act/2010/8', eid: 'sec_5' }],
    ['/akn/ke/act/2010/8#sec_5', { work: 'ke/act/2010/8', eid: 'sec_5' }],
    ['untoc', { work: 'untoc' }],
  ])('%s', (text, citation) => expect(parseCitation(text)).toEqual(citation));
  it.each(['', '#art_18', 'untoc#', 'untoc#18', 'untoc#art_18#x', 'untoc art 18', 'untoc#art_18 '])('%j is none', (text) => expect(parseCitation(text)).toBeUndefined());
  it('is written as it is read', () => {
    expect(formatCitation({ work: 'untoc', eid: 'art_18' })).toBe('untoc#art_18');
    expect(formatCitation({ work: 'untoc' })).toBe('untoc');
  });
  it.each([['art_18', '18'], ['art_22-bis', '22 bis'], ['att_1__art_3', '3'], ['att', 'att']])('%s is printed %s', (eid, number) => expect(eidToNumber(eid)).toBe(number));
});

describe('A European Case Law Identifier', () => {
  it.each(['ECLI:NL:HR:2009:BF0837', 'ECLI:CE:ECHR:1989:0707JUD001403888', 'ECLI:EU:C:2016:84', 'ECLI:DE:BVERFG:2014:RS20140114.2BVR272813'])('%s is one', (text) => expect(isEcli(text)).toBe(true));
  it.each(['', 'ECLI:NL:HR:09:BF0837', 'ecli:nl:hr:2009:bf0837', 'ECLI:NLD:HR:2009:BF0837', 'ECLI:NL:HR:2009:', 'ECLI:NL:TOOLONGCOURT:2009:1', `ECLI:NL:HR:2009:${'1'.repeat(26)}`, 'ECLI:NL:HR:2009:BF 0837'])('%j is none', (text) => expect(isEcli(text)).toBe(false));
});
