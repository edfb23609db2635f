import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../../src/domain/language.ts';
import { expressionToPath, iriToPath, parseExpressionPath, parseWork, pathToIri, slugify, workToPath, type Work } from '../../../src/domain/iri.ts';

const slot = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const number = fc.stringMatching(/^[a-z0-9\u0430-\u044f\u0627-\u063a\u4e00-\u4e30][a-z0-9.\u4e00-\u4e30-]{0,10}$/u);
const date = fc.oneof(fc.constant('nn'), fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d{4}-\d{2}$/), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
const work: fc.Arbitrary<Work> = fc
  .record({ country: fc.constantFrom('ke', 'un', 'int', 'us-dc', 'xa'), doctype: fc.constantFrom('act' as const, 'bill' as const, 'judgment' as const, 'doc' as const), slots: fc.array(slot, { maxLength: 2 }), date, number })
  .map(({ slots: [subtype, author], ...rest }) => ({ ...rest, ...(subtype === undefined ? {} : { subtype }), ...(author === undefined ? {} : { author }) }));

describe('A work and its path', () => {
  it('say the same, both ways', () => {
    fc.assert(fc.property(work, (value) => {
      expect(parseWork(workToPath(value))).toEqual(value);
      expect(parseWork(pathToIri(workToPath(value)))).toEqual(value);
      expect(iriToPath(pathToIri(workToPath(value)))).toBe(workToPath(value));
    }));
  });

  it.each([
    ['ke/act/2010/8', { country: 'ke', doctype: 'act', date: '2010', number: '8' }],
    ['un/act/convention/unga/2000-11-15/untoc', { country: 'un', doctype: 'act', subtype: 'convention', author: 'unga', date: '2000-11-15', number: 'untoc' }],
    ['za/judgment/zasca/2012/116', { country: 'za', doctype: 'judgment', subtype: 'zasca', date: '2012', number: '116' }],
    ['us-dc/act/nn/22-37a', { country: 'us-dc', doctype: 'act', date: 'nn', number: '22-37a' }],
  ])('%s', (path, expected) => expect(parseWork(path)).toEqual(expected));

  it.each(['', 'ke', 'ke/act', 'ke/act/2010', 'KE/act/2010/8', 'ke/law/2010/8', 'ke/act/10/8', 'ke/act/2010/', 'ke/act/2010/Eight', 'ke/act/a/b/c/2010/8', 'ke/act/2010/../8', '../etc/act/2010/8', 'ke/act/2010/8/'])('%j is none', (path) => {
    expect(parseWork(path)).toBeUndefined();
  });

  it('refuses an IRI of another kind aloud', () => expect(() => iriToPath('https://example.org/ke')).toThrow('expected an IRI that begins with /akn/'));
});

describe('An expression and its file', () => {
  it('say the same, both ways', () => {
    fc.assert(fc.property(work, fc.constantFrom(...LANGUAGE_CODES), fc.option(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), { nil: undefined }), (value, language, version) => {
      const expression = { work: workToPath(value), language, ...(version === undefined ? {} : { version }) };
      expect(parseExpressionPath(`${expressionToPath(expression)}.md`)).toEqual(expression);
    }));
  });
  it.each(['ke/act/2010/8.md', 'ke/act/2010/8/eng.txt', 'ke/act/2010/8/xxx.md', 'ke/act/2010/8/eng@2012.md', 'ke/act/2010/8/en.md'])('%s is none', (path) => expect(parseExpressionPath(path)).toBeUndefined());
});

describe('A slug', () => {
  it.each([['Ley 26.364', 'ley-26-364'], ['E-23.01', 'e-23-01'], ['Décret n° 5', 'decret-n-5'], ['刑法（2020）', '刑法-2020'], ['م/43', 'م-43'], ['—', 'nn'], ['', 'nn'], ['Straße', 'straße']])('%j → %j', (text, slug) => expect(slugify(text)).toBe(slug));
  it('can always stand where a number stands, and is its own slug', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const slug = slugify(text);
      expect(slugify(slug)).toBe(slug);
      expect(parseWork(`ke/act/nn/${slug}`), slug).toBeDefined();
    }));
  });
});
