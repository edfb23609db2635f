import { describe, expect, it } from 'vitest';
import { jsonBytes } from '../../../src/search/build/json-bytes.ts';
import { readJson } from '../../../src/search/json-file.ts';

describe('A text of the index', () => {
  const texts = { ar: 'نظامُ مكافحة غسل الأموال — «المادة ٣» پ ۴', ru: 'Статья 210¹. Ёлка № 5 “Қ” € 𝒳', fr: 'l’œuvre, ÿ, Ł, 中', en: 'a “quote” – naïve 🙂', zh: '第一百九十一條「洗錢」', pt: 'ação' };
  for (const [language, text] of Object.entries(texts)) {
    it(`is read as it was written, in ${language}`, () => {
      expect(readJson(jsonBytes({ text, list: [text, 1] }, language))).toEqual({ text, list: [text, 1] });
    });
  }

  it('takes one byte for an Arabic or Cyrillic letter', () => {
    expect(jsonBytes('المادة', 'ar').length).toBe(9);
    expect(jsonBytes('статья', 'ru').length).toBe(9);
  });
});
