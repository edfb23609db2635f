import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../src/domain/csv.ts';

describe('a table taken along as CSV', () => {
  test('opens with its letters right and its rows apart, as RFC 4180 has it', () => {
    expect(toCsv([['iso2', 'name'], ['ci', 'Côte d’Ivoire'], ['n', 3]])).toBe('\uFEFFiso2,name\r\nci,Côte d’Ivoire\r\nn,3\r\n');
  });

  test('keeps commas, quotation marks and line breaks within their field', () => {
    expect(toCsv([['Bolivia, Plurinational State of', 'the "Act"', 'two\nlines']])).toBe('\uFEFF"Bolivia, Plurinational State of","the ""Act""","two\nlines"\r\n');
  });

  test('runs no formula that a record may hold', () => {
    for (const formula of ['=HYPERLINK("https://example.org")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(toCsv([[formula]]).replace(/^\uFEFF"?/, '')[0]).toBe("'");
    }
  });
});
