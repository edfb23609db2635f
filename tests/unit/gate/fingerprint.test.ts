import { describe, expect, it } from 'vitest';
import { Detector } from '../../../src/gate/detector.ts';
import { formatFingerprints, makeFingerprints, parseFingerprints } from '../../../src/gate/fingerprint.ts';
import { normalize, Units } from '../../../src/gate/normalize.ts';
import { decodeEscapes } from '../../../src/gate/escapes.ts';
import { recordToSecrets } from '../../../src/gate/secret.ts';
import { EMAIL, FINGERPRINTS, ID, NAME, PERSON, RECORD, SALT, SENTENCE } from './record.ts';

const SECRETS = recordToSecrets(ID, RECORD);

describe('normal form', () => {
  it.each([
    ['Côté – FAÇADE', 'cotefacade'],
    ['ﬁnal ½', 'final12'],
    ['Straße', 'strasse'],
    ['١٢٣ ۴۵', '12345'],
    ['Ｌａｎｔｅｒｎ', 'lantern'],
    ['lan\u00adtern', 'lantern'],
    ['сору', 'copy'],
    ['S&eacute;ance &#x41;&#66;', 'seanceab'],
  ])('%s becomes %s', (text, units) => expect(normalize(text)).toBe(units));

  it('a Chinese character counts as three letters', () => expect(normalize('示例').length).toBe(6));
  it('decodes escapes within escapes', () => {
    expect(decodeEscapes('\\u0041%2542&amp;#x43;\\\\u0044')).toBe('ABCD');
    expect(decodeEscapes('\\41 b', true)).toBe('Ab');
  });
  it('finds long text of ligatures without losing any', () => {
    const units = new Units();
    units.append('ﷺ'.repeat(50_000));
    expect(units.length).toBe(50_000 * normalize('ﷺ').length);
  });
});

describe('secrets of a record', () => {
  it('are its names, addresses, numbers, sentences and id', () => {
    const counts = Object.groupBy(SECRETS, ({ kind }) => kind);
    expect(counts.name!.map(({ units }) => units)).toEqual([normalize(NAME), normalize(PERSON)]);
    expect(counts.email!.map(({ units }) => units)).toContain(normalize(EMAIL));
    expect(counts.phone!.map(({ units }) => units)).toEqual(['999215550142', '215550142']);
    expect(counts.sentence!.every(({ units }) => units.length <= 32)).toBe(true);
  });
  it('leave out headings, codes and what is public', () => {
    const all = SECRETS.map(({ units }) => units).join(' ');
    expect(all).not.toContain('requireddocuments');
    expect(all).not.toContain('mutuallegal');
    expect(all).not.toContain('unitednations');
  });
});

describe('the fingerprint file', () => {
  it('is the same for the same records in any order, and reads back', () => {
    const text = formatFingerprints(FINGERPRINTS, SALT);
    expect(formatFingerprints(makeFingerprints([...SECRETS].reverse(), SALT), SALT)).toBe(text);
    expect(parseFingerprints(text)).toEqual(FINGERPRINTS);
  });
  it('holds nothing of the text', () => {
    const text = formatFingerprints(FINGERPRINTS, SALT);
    for (const { units } of SECRETS) expect(text).not.toContain(units);
  });
  it('differs with the salt and with the key', () => {
    const hashes = (salt: string, key?: string) => new Set(makeFingerprints(SECRETS, salt, key).entries.map((entry) => entry.hash));
    expect(hashes(SALT).isDisjointFrom(hashes('ff'))).toBe(true);
    expect(hashes(SALT).isDisjointFrom(hashes(SALT, 'key'))).toBe(true);
  });
  it('made with a key is refused without it', () => {
    const text = formatFingerprints(makeFingerprints(SECRETS, SALT, 'key'), SALT, 'key');
    expect(() => parseFingerprints(text)).toThrow('COMITY_GATE_KEY');
    expect(parseFingerprints(text, { key: 'key' }).entries.length).toBe(FINGERPRINTS.entries.length);
  });
  it('that cannot be read is refused', () => {
    expect(() => parseFingerprints('{}')).toThrow('format');
    expect(() => parseFingerprints(formatFingerprints(FINGERPRINTS, SALT).replace('"sentence 32', '"sentenc 32'))).toThrow('cannot be read');
  });
  it('is less what is allowed', () => {
    const units = new Units();
    units.append(SENTENCE);
    const text = formatFingerprints(FINGERPRINTS, SALT);
    const hits: string[] = [];
    new Detector(FINGERPRINTS).detect(units, ({ hash }) => hits.push(hash));
    expect(hits.length).toBeGreaterThan(3);
    new Detector(parseFingerprints(text, { allowed: hits })).detect(units, () => expect.unreachable());
  });
});
