import { describe, expect, it } from 'vitest';
import { compareDates, formatDate, isPartialDate, isWholeDate, yearOf } from '../../../src/domain/date.ts';

describe('A date of a law', () => {
  it.each(['2010', '2010-10', '2010-10-08', '1804-03-21', '2000-02-29', '2024-02-29'])('%s is one', (date) => expect(isPartialDate(date)).toBe(true));
  it.each(['', '10', '2010-13', '2010-00', '2010-02-30', '1900-02-29', '2010-1-8', '2010-10-08T00:00', ' 2010', '2010-', '8.10.2010'])('%j is none', (date) => expect(isPartialDate(date)).toBe(false));
  it('is whole with its day only', () => {
    expect(isWholeDate('2010-10-08')).toBe(true);
    expect(isWholeDate('2010-10')).toBe(false);
  });
  it('stands in order, a year before its months', () => expect(['2010-10', '2011', '2010', '2010-10-08'].sort(compareDates)).toEqual(['2010', '2010-10', '2010-10-08', '2011']));
  it('has a year', () => expect(yearOf('2010-10-08')).toBe('2010'));
  it.each([
    ['2010', 'en', '2010'],
    ['2010-10', 'en', 'October 2010'],
    ['2010-10-08', 'en', 'October 8, 2010'],
    ['2010-10-08', 'fr', '8 octobre 2010'],
    ['2010-10-08', 'es', '8 de octubre de 2010'],
    ['2010-10-08', 'ru', '8 октября 2010 г.'],
    ['2010-10-08', 'zh', '2010年10月8日'],
    ['0090-01-01', 'en', 'January 1, 90'],
  ])('%s in %s is written %s, as precise as it is', (date, tag, written) => expect(formatDate(date, tag)).toBe(written));
  it('is written in Arabic with the numerals of citations', () => expect(formatDate('2010-10-08', 'ar')).toMatch(/8.*2010/));
});
