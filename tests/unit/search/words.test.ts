import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/search/fold.ts';
import { SIMPLIFIED } from '../../../src/search/han.ts';
import { canonical, hanTerms, wordTerms } from '../../../src/search/words.ts';

const en = { tag: 'en' };
const ar = { tag: 'ar' };
const zh = { tag: 'zh', han: SIMPLIFIED };

describe('letters are folded the same at both ends', () => {
  it.each([
    ['Extradición', 'extradicion'], ['ŒUVRE', 'oeuvre'], ['Straße', 'strasse'], ['Ёлка', 'елка'], ['الإلكترونيّة', 'الالكترونيه'], ['أحكـــام', 'احكام'], ['٢٤', '24'], ['ＡＢＣ', 'abc'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    for (const text of ['Extradición', 'الإلكترونيّة', 'Œuvre', 'Нью-Йорк']) expect(fold(fold(text))).toBe(fold(text));
  });
});

describe('words', () => {
  it('reads digits grouped in threes as one number', () => {
    expect(canonical('Ley 24.767, art. 3.2', en)).toBe(' ley 24767 art 3 2 ');
  });

  it('cuts the elided article off a French word', () => {
    expect(wordTerms('extradition', { tag: 'fr' })).toEqual(wordTerms('extradition', { tag: 'fr' }));
    expect(canonical('Loi sur l’extradition', { tag: 'fr' })).toBe(' loi sur l extradition ');
  });

  it('brings numbers and cases of a word together', () => {
    const same = (tag: string, ...words: string[]): void => expect(new Set(words.map((word) => wordTerms(word, { tag })[0])).size, words.join()).toBe(1);
    same('en', 'offence', 'offences');
    same('en', 'charge', 'charged', 'charging');
    same('fr', 'infraction', 'infractions');
    same('fr', 'pénal', 'pénale', 'pénales', 'pénaux');
    same('es', 'delito', 'delitos');
    same('es', 'extradición', 'extradicion');
    same('ru', 'наказание', 'наказания', 'наказанием', 'наказаний');
    same('ar', 'المعاهدات', 'معاهدات', 'معاهدة', 'والمعاهدات', 'بالمعاهدة', 'للمعاهدة');
    same('ar', 'الإلكترونية', 'إلكترونية', 'الكترونيه');
  });

  it('reads an Arabic word with and without the preposition that may be written on it', () => {
    expect(wordTerms('بقرار', ar)).toContain(wordTerms('قرار', ar)[0]);
    expect(wordTerms('لمعاهدة', ar)).toContain(wordTerms('معاهدة', ar)[0]);
  });

  it('reads Chinese as pairs, traditional and simplified alike', () => {
    expect(hanTerms('聯合國反貪腐公約', zh)).toEqual(hanTerms('联合国反贪腐公约', zh));
    expect(hanTerms('引渡法', zh)).toEqual(['引渡', '渡法']);
  });

  it('leaves out words that every text has', () => {
    expect(wordTerms('the', en)).toEqual([]);
    expect(wordTerms('في', ar)).toEqual([]);
  });
});
