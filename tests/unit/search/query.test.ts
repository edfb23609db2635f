import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress, type SearchState } from '../../../src/search/address.ts';
import { excerptOf, markWords } from '../../../src/search/excerpt.ts';
import { readQuery } from '../../../src/search/query.ts';
import { textFragment } from '../../../src/search/text-fragment.ts';

describe('whatever is typed is a query', () => {
  it('finds nothing to look for in punctuation alone', () => {
    expect(readQuery('!!! ??? … 。，')).toBeUndefined();
    expect(readQuery('')).toBeUndefined();
  });

  it('keeps the beginning of ten thousand characters', () => {
    const query = readQuery('extradition '.repeat(900))!;
    expect(query.cut).toBe(true);
    expect(query.text.length).toBeLessThanOrEqual(600);
  });

  it('takes an unfinished quotation to the end', () => {
    expect(readQuery('law "mutual legal assist')!.phrases).toEqual(['mutual legal assist']);
    expect(readQuery('«взаимная помощь» закон')!.phrases).toEqual(['взаимная помощь']);
  });

  it('drops marks that turn the direction of text', () => {
    expect(readQuery('\u202eextradition\u202c تسليم')!.text).toBe('extradition تسليم');
  });
});

describe('the address of a search', () => {
  it('gives the same state back', () => {
    const state: SearchState = { query: 'a & b = "c"', everywhere: true, sort: 'date', choice: { state: ['ke', 'ug'], year: ['2010'] }, page: 3 };
    expect(readAddress(writeAddress(state))).toEqual(state);
  });

  it('leaves out what it does not understand', () => {
    expect(readAddress('?q=x&page=-4&sort=zzz&state=&colour=red')).toEqual({ query: 'x', everywhere: false, sort: 'relevance', choice: {}, page: 1 });
  });
});

describe('what is marked', () => {
  const marks = (segments: readonly { text: string; mark: boolean }[]): string[] => segments.filter(({ mark }) => mark).map(({ text }) => text);

  it('is the words in any of their forms, as they stand', () => {
    expect(marks(markWords('Extraditions of <b>nationals</b>', 'extradition national', { tag: 'en' }))).toEqual(['Extraditions', 'nationals']);
    expect(marks(markWords('وبالمعاهدات الدولية', 'معاهدة', { tag: 'ar' }))).toEqual(['وبالمعاهدات']);
    expect(marks(markWords('国际刑事司法协助', '司法协助', { tag: 'zh' }))).toEqual(['司法协助']);
  });

  it('gives the whole text back, in order', () => {
    const text = 'One Act, two Acts; and “Act”.';
    expect(markWords(text, 'act', { tag: 'en' }).map((segment) => segment.text).join('')).toBe(text);
  });

  it('is in the excerpt, however far down the text', () => {
    const excerpt = excerptOf(`${'Nothing of the kind. '.repeat(80)}The surrender of nationals is refused. ${'And so on. '.repeat(80)}`, 'surrender of nationals', { tag: 'en' });
    expect(marks(excerpt)).toEqual(['surrender', 'nationals']);
    expect(excerpt.map(({ text }) => text).join('').length).toBeLessThan(300);
  });

  it('is written into the address so that the opened page marks it', () => {
    expect(textFragment([{ text: 'tried for the ', mark: false }, { text: 'extra-dition', mark: true }, { text: ' of persons', mark: false }])).toBe(':~:text=tried%20for%20the-,extra%2Ddition,-of%20persons');
    expect(textFragment([{ text: 'nothing', mark: false }])).toBe('');
  });
});
