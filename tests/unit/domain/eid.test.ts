import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicOrdinal, cleanNumber, hanNumber, isEid, nestEid, parseProvisionHeading } from '../../../src/domain/eid.ts';

describe('A printed number becomes the number of an eId', () => {
  // “(6)”, “2,3, 4,”, “(א)” and “(三)” are from the tests of bluebell (Laws.Africa), the parser whose eIds others cite.
  it.each([
    ['', ''],
    [' ', ''],
    ['(i)', 'i'],
    ['1.2.', '1-2'],
    ['1.2. (b)', '1-2-b'],
    ['(6)', '6'],
    ['(16)', '16'],
    ['2,3, 4,', '2-3-4'],
    ['(א)', 'א'],
    ['(三)', '三'],
    ['5A', '5a'],
    ['570 bis', '570-bis'],
    ['L. 123-4', 'l123-4'],
    ['R*123-4', 'r123-4'],
    ['1.º', '1'],
    ['1er', '1'],
    ['22 quater', '22-quater'],
    ['Ⅳ', 'ⅳ'],
  ])('%j → %j', (printed, number) => expect(cleanNumber(printed)).toBe(number));
});

describe('A heading of a law is read as its drafters wrote it', () => {
  it.each([
    // English
    ['Article 18', 'art_18', 'Article 18', ''],
    ['Article 18. Mutual legal assistance', 'art_18', 'Article 18', 'Mutual legal assistance'],
    ['Section 5 — Scope', 'sec_5', 'Section 5', 'Scope'],
    ['s. 5. Scope', 'sec_5', 's. 5', 'Scope'],
    ['§ 22-1234.01 — Definitions.', 'sec_22-1234-01', '§ 22-1234.01', 'Definitions.'],
    ['Section 22A: Attempt', 'sec_22a', 'Section 22A', 'Attempt'],
    ['CHAPTER IV Extradition', 'chp_iv', 'CHAPTER IV', 'Extradition'],
    ['Part 2', 'part_2', 'Part 2', ''],
    ['SCHEDULE', 'att', 'SCHEDULE', ''],
    ['Schedule 1 — Forms', 'att_1', 'Schedule 1', 'Forms'],
    ['Annex A', 'att_a', 'Annex A', ''],
    ['Sections 5 to 9', 'sec_5-9', 'Sections 5 to 9', ''],
    // French
    ['Article premier', 'art_1', 'Article premier', ''],
    ['Article L. 123-4 — Peine', 'art_l123-4', 'Article L. 123-4', 'Peine'],
    ['Article 706-80 bis', 'art_706-80-bis', 'Article 706-80 bis', ''],
    ['Chapitre II : De l’entraide', 'chp_ii', 'Chapitre II', 'De l’entraide'],
    ['Annexe', 'att', 'Annexe', ''],
    // Spanish
    ['Artículo 1.º — Objeto', 'art_1', 'Artículo 1.º', 'Objeto'],
    ['ARTICULO 2° Definición', 'art_2', 'ARTICULO 2°', 'Definición'],
    ['Artículo único', 'art_1', 'Artículo único', ''],
    ['Artículo 145 ter. Agravantes', 'art_145-ter', 'Artículo 145 ter', 'Agravantes'],
    ['Capítulo III', 'chp_iii', 'Capítulo III', ''],
    // Russian
    ['Статья 127-1. Торговля людьми', 'art_127-1', 'Статья 127-1', 'Торговля людьми'],
    ['Глава 3', 'chp_3', 'Глава 3', ''],
    // Arabic
    ['المادة الأولى', 'art_1', 'المادة الأولى', ''],
    ['المادة الحادية والعشرون: التعريفات', 'art_21', 'المادة الحادية والعشرون', 'التعريفات'],
    ['المادة (٢١)', 'art_21', 'المادة (٢١)', ''],
    ['المادة 5 — النطاق', 'art_5', 'المادة 5', 'النطاق'],
    ['الفصل الثالث', 'chp_3', 'الفصل الثالث', ''],
    // Chinese
    ['第一条', 'art_1', '第一条', ''],
    ['第一百二十条之一 【帮助恐怖活动罪】', 'art_120-1', '第一百二十条之一', '帮助恐怖活动罪'],
    ['第三章 引渡', 'chp_3', '第三章', '引渡'],
    ['第十條', 'art_10', '第十條', ''],
    ['第12条 目的', 'art_12', '第12条', '目的'],
    // Dutch, German
    ['Artikel 51a', 'art_51a', 'Artikel 51a', ''],
    ['Hoofdstuk 2', 'chp_2', 'Hoofdstuk 2', ''],
  ])('%s → %s', (heading, eid, label, words) => {
    expect(parseProvisionHeading(heading)).toEqual({ eid, label, heading: words });
    expect(isEid(eid)).toBe(true);
  });

  it.each(['Preamble', 'Definitions', 'Short title', 'Articles of association', 'Partial list', 'المقدمة', '总则', 'Общие положения', 'Arts', 'المادة المعدلة', 'المادة valueOf', 'المادة constructor', ''])('%s names no provision', (heading) => {
    expect(parseProvisionHeading(heading)).toBeUndefined();
  });

  it('never gives an id that is no eId, whatever the heading', () => {
    fc.assert(
      fc.property(fc.constantFrom('Article', 'Section', 'Schedule', '第', 'المادة', 'Статья', '§'), fc.string({ unit: 'binary', maxLength: 20 }), (word, rest) => {
        const found = parseProvisionHeading(`${word} ${rest}`);
        if (found) expect(isEid(found.eid), found.eid).toBe(true);
      }),
    );
  });
});

describe('Numbers in words', () => {
  it.each([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['一百零五', 105], ['一百二十', 120], ['三百八十九', 389], ['一千二百六十', 1260], ['〇', 0], ['一二三', 123], ['12', 12]])('%s is %i', (numeral, value) => {
    expect(hanNumber(numeral)).toBe(value);
  });
  it('counts in Chinese from 1 to 1999 as it is counted in digits', () => {
    for (let number = 1; number < 2000; number++) expect(hanNumber(inChinese(number)), inChinese(number)).toBe(number);
  });
  it('knows what is no numeral', () => expect(hanNumber('条')).toBeUndefined());

  it.each([['الأولى', 1], ['الثانية', 2], ['العاشرة', 10], ['الحادية عشرة', 11], ['الثالثة عشر', 13], ['العشرون', 20], ['الحادية والعشرون', 21], ['التاسعة والتسعين', 99], ['المائة', 100], ['الخامسة والعشرون بعد المائة', 125], ['الثانية بعد المائتين', 202]])('%s is %i', (words, value) => {
    expect(arabicOrdinal(words)).toBe(value);
  });
  it('reads ordinals with or without their marks', () => expect(arabicOrdinal('الحَادِيَةُ وَالعِشْرُونَ')).toBe(21));
  it('knows what is no ordinal', () => expect(arabicOrdinal('المعدلة')).toBeUndefined());
});

describe('An eId', () => {
  it('is nested with two underscores', () => expect(nestEid('att_1', 'art_3')).toBe('att_1__art_3'));
  it.each(['art_18', 'att', 'sec_22a', 'art_570-bis', 'att_1__art_3', 'art_א', 'hcontainer_三'])('%s is one', (text) => expect(isEid(text)).toBe(true));
  it.each(['', 'Art_18', 'art 18', 'art_', 'art_18_2', 'art__', '__art_1', 'art_1#', 'art_1/2', 'art.18', '18'])('%j is none', (text) => expect(isEid(text)).toBe(false));
});

function inChinese(number: number): string {
  const digits = '零一二三四五六七八九';
  const powers = ['', '十', '百', '千'];
  const figures = String(number);
  return [...figures]
    .map((figure, index) => (figure === '0' ? '零' : digits[Number(figure)]! + powers[figures.length - 1 - index]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
    .replace(/^一十/, '十');
}
