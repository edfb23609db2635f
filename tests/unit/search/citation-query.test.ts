import { describe, expect, it } from 'vitest';
import { citedProvision } from '../../../src/search/citation-query.ts';

describe('a citation as people type it', () => {
  it.each([
    ['s 5 Controlled Drugs and Substances Act', 'sec_5', 'Controlled Drugs and Substances Act'],
    ['s. 44 Extradition Act', 'sec_44', 'Extradition Act'],
    ['section 36A of the Proceeds of Crime Act', 'sec_36a', 'Proceeds of Crime Act'],
    ['§ 22-1833', 'sec_22-1833', ''],
    ['art 18 UNTOC', 'art_18', 'UNTOC'],
    ['UNTOC art. 18(3)', 'art_18', 'UNTOC'],
    ['article 44 of the United Nations Convention against Corruption', 'art_44', 'United Nations Convention against Corruption'],
    ["article 9 Loi sur l'extradition", 'art_9', "Loi sur l'extradition"],
    ['article 222-34 du code pénal', 'art_222-34', 'code pénal'],
    ['Ley 24.767 art. 3', 'art_3', 'Ley 24.767'],
    ['artículo 32 de la Ley 24.767', 'art_32', 'Ley 24.767'],
    ['статья 61 Конституция Российской Федерации', 'art_61', 'Конституция Российской Федерации'],
    ['ст. 210 УК РФ', 'art_210', 'УК РФ'],
    ['刑法第一百九十一条', 'art_191', '刑法'],
    ['引渡法第8条', 'art_8', '引渡法'],
    ['引渡法8条', 'art_8', '引渡法'],
    ['刑法第一百二十条之一', 'art_120-1', '刑法'],
    ['المادة الثانية نظام مكافحة جرائم الاتجار بالأشخاص', 'art_2', 'نظام مكافحة جرائم الاتجار بالأشخاص'],
    ['الماده الثالثه من نظام مكافحة غسل الأموال', 'art_3', 'نظام مكافحة غسل الأموال'],
    ['المادة ٢١ نظام المرور', 'art_21', 'نظام المرور'],
    ['المادة الحادية والعشرون نظام المرور', 'art_21', 'نظام المرور'],
    ['art. 5bis Código Penal', 'art_5bis', 'Código Penal'],
    ['art. 5 bis Código Penal', 'art_5-bis', 'Código Penal'],
    ['article premier de la loi sur les armes', 'art_1', 'loi sur les armes'],
    ['п. 2 ст. 105 УК РФ', 'art_105', 'УК РФ'],
    ['ст. 5 ч. 2 УК РФ', 'art_5', 'УК РФ'],
    ['刑法第191条第2款', 'art_191', '刑法'],
    ['sections 5 and 6 of the Extradition Act', 'sec_5', 'Extradition Act'],
    ['ss. 5-7 Extradition Act', 'sec_5', 'Extradition Act'],
    ['D.C. Code § 23-703', 'sec_23-703', 'D.C. Code'],
    ['article 6 paragraph 1 smuggling protocol', 'art_6', 'smuggling protocol'],
    ['art. 3, al. 2 de la loi sur les armes', 'art_3', 'loi sur les armes'],
    ['المادة 5 الفقرة 2 نظام المرور', 'art_5', 'نظام المرور'],
    ['18 U.S.C. § 1956', 'sec_18-usc-1956', ''],
  ])('%s', (query, eid, rest) => {
    expect(citedProvision(query)).toMatchObject({ eid, rest });
  });

  it('finds 5bis as 5-bis and the other way round', () => {
    expect(citedProvision('art. 5bis Código Penal')!.terms).toEqual(['#5bis', '#5-bis']);
    expect(citedProvision('art. 5 bis Código Penal')!.terms).toEqual(['#5-bis', '#5bis']);
  });

  it.each(['Extradition Act', 'DORS/95-76', 'Act 807', 'ECLI:NL:HR:2009:BF0837', 'Loi sur les armes à feu', 'mutual legal assistance', ''])('%s cites no provision', (query) => {
    expect(citedProvision(query)).toBeUndefined();
  });
});
