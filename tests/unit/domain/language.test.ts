import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES, LANGUAGE_CODES, direction, endonym, htmlLang, isInterfaceLanguage, isLanguage, isoToTag, tagToIso } from '../../../src/domain/language.ts';

describe('A language', () => {
  it.each([...LANGUAGE_CODES])('%s is known by file name and by URL, both ways', (iso) => {
    expect(tagToIso(isoToTag(iso))).toBe(iso);
    expect(isLanguage(iso)).toBe(true);
    expect(endonym(iso)).not.toBe('');
    expect(new Intl.Locale(htmlLang(iso)).language).toBe(isoToTag(iso));
  });
  it('of the interface is one of the six of the United Nations', () => {
    expect(INTERFACE_LANGUAGES.map(tagToIso)).toEqual(['eng', 'fra', 'spa', 'rus', 'ara', 'zho']);
    expect(isInterfaceLanguage('nl')).toBe(false);
  });
  it('is written from right to left in Arabic and Hebrew only', () => expect(LANGUAGE_CODES.filter((iso) => direction(iso) === 'rtl')).toEqual(['ara', 'heb']));
  it('is found with its script or region', () => expect([tagToIso('zh-Hant'), tagToIso('es-AR')]).toEqual(['zho', 'spa']));
  it('that is not known is refused aloud', () => expect(() => isoToTag('tlh')).toThrow('Unknown language code "tlh"'));
});
