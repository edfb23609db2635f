import { describe, expect, it } from 'vitest';
import { countFacets, isChosen } from '../../../src/search/facets.ts';
import { readList, readTerms } from '../../../src/search/format.ts';
import { indexOf, searchIn, type SmallDocument } from './small-index.ts';

const ENGLISH: SmallDocument[] = [
  { title: 'Extradition Act', names: ['E-23.01'], date: '1999', columns: { state: ['ca'] }, text: '# x\n\n## Section 1\n\nShort title.\n\n## Section 44 — When order not to be made\n\nThe Minister shall refuse the surrender of the person.\n\n## Section 45\n\nOther matters, and the person of the surrender.' },
  { title: 'Extradition Regulations', date: '2004', columns: { state: ['ug'] }, text: 'Forms for extradition under the Extradition Act. Section 44 is not here.' },
  { title: 'Firearms Act', names: ['SOR/95-76'], date: '1995', columns: { state: ['ca'] }, text: 'A licence to possess a restricted firearm. Extradition is mentioned.' },
  { title: 'United Nations Convention against Transnational Organized Crime', kind: 'convention', names: ['UNTOC'], columns: { convention: ['untoc'] }, text: 'Adopted at Palermo.' },
  { title: 'Article 18. Mutual legal assistance — UNTOC', kind: 'article', names: ['Article 18 UNTOC'], columns: { convention: ['untoc'], article: ['untoc#art_18'] }, text: '## Article 18. Mutual legal assistance\n\nStates Parties shall afford one another the widest measure of mutual legal assistance.' },
  { title: 'A case about surrender', kind: 'case', keywords: ['extradition act'], text: 'Facts of the case.' },
];

describe('a lawyer who knows what she wants gets it first', () => {
  it('by title, whole, misspelt or begun', async () => {
    const { titles, search } = await searchIn('en', ENGLISH);
    expect((await titles('extradition act'))[0]).toBe('Extradition Act');
    expect((await titles('Extraditon Act'))[0]).toBe('Extradition Act');
    expect((await titles('Firarms act'))[0]).toBe('Firearms Act');
    expect(search.suggest('firea', 3).map(({ document }) => search.catalogue.titles[document])).toEqual(['Firearms Act']);
  });

  it('by citation, down to the provision', async () => {
    const { provision, titles } = await searchIn('en', ENGLISH);
    expect(await provision('s 44 Extradition Act')).toBe('Extradition Act sec_44');
    expect(await provision('article 44 extradition act')).toBe('Extradition Act sec_44');
    expect((await titles('SOR/95-76'))[0]).toBe('Firearms Act');
    expect(await provision('art 18 UNTOC')).toBe('Article 18. Mutual legal assistance — UNTOC art_18');
  });

  it('by the State whose law it is, though the title does not say so', async () => {
    const { titles, search } = await searchIn('en', [
      { title: 'Dangerous Drugs Act', columns: { state: ['mw'] }, text: 'A dangerous drug of Malawi. Zimbabwe is a neighbour.' },
      { title: 'Dangerous Drugs Act', columns: { state: ['zw'] }, text: 'Dangerous drugs.' },
      { title: 'Zimbabwe', kind: 'state', names: ['ZW', 'ZWE'], columns: { state: ['zw'] } },
      { title: 'Zimbabwe Dangerous Weapons Report', columns: { state: ['mw'] }, text: 'Weapons.' },
    ]);
    expect((await search.search('dangerous drugs act zimbabwe'))!.hits[0]).toMatchObject({ document: 1 });
    expect((await titles('zimbabwe'))[0]).toBe('Zimbabwe');
  });

  it('by the initials of a Russian code', async () => {
    const { titles, provision } = await searchIn('ru', [
      { title: 'Уголовный кодекс Российской Федерации', text: '## Статья 205. Террористический акт\n\nСовершение взрыва.' },
      { title: 'Уголовно-процессуальный кодекс Российской Федерации', text: '## Статья 205\n\nДопрос эксперта.' },
      { title: 'Гражданский кодекс Российской Федерации. Часть вторая. Глава 52. Агентирование', text: 'Агентский договор.' },
    ]);
    expect(await provision('ст. 205 УК РФ')).toBe('Уголовный кодекс Российской Федерации art_205');
    expect(await provision('п. 1 ст. 205 УПК')).toBe('Уголовно-процессуальный кодекс Российской Федерации art_205');
    expect((await titles('гк рф агентирование'))[0]).toContain('Глава 52');
  });

  it('by a number that no other law has, whatever it is called', async () => {
    const { provision } = await searchIn('en', [
      { title: 'Criminal Code', text: '## Section 23\n\nOf the code.' },
      { title: 'Fugitives (D.C. Code, Title 23)', text: '## § 23-703. Arrest\n\nA warrant.' },
    ]);
    expect(await provision('D.C. Code § 23-703')).toBe('Fugitives (D.C. Code, Title 23) sec_23-703');
  });

  it('in the record that has the provision, where two are called alike', async () => {
    const { provision } = await searchIn('es', [
      { title: 'Ley 24.767 de Cooperación Internacional', names: ['Ley 24.767'], text: 'Resumen de la ley.' },
      { title: 'Ley 24.767 — COOPERACION INTERNACIONAL', text: '## Artículo 32\n\nSerá competente el juez federal.' },
    ]);
    expect(await provision('artículo 32 Ley 24.767')).toBe('Ley 24.767 — COOPERACION INTERNACIONAL art_32');
  });

  it('without the articles of one convention before all else', async () => {
    const articles = Array.from({ length: 20 }, (_, number): SmallDocument => ({
      title: `Article ${number}. Smuggling of migrants — Protocol`, kind: 'article', columns: { convention: ['som'], article: [`som#art_${number}`] }, text: `## Article ${number}. Smuggling of migrants\n\nSmuggling of migrants.`,
    }));
    const { titles } = await searchIn('en', [...articles, { title: 'Smuggling of Migrants (Penalties, Procedure and Related Matters) Act', text: 'Whoever smuggles migrants.' }]);
    expect((await titles('smuggling of migrants')).slice(0, 4).join()).toContain('Related Matters');
  });

  it('by words that follow each other', async () => {
    const { provision } = await searchIn('en', ENGLISH);
    expect(await provision('surrender of the person')).toBe('Extradition Act sec_44');
    expect(await provision('"person of the surrender"')).toBe('Extradition Act sec_45');
  });

  it('by words that every text has, when they follow each other as in one', async () => {
    const others = Array.from({ length: 30 }, (_, number) => ({ title: `Act ${number}`, text: 'It is called an Act. A thing has in it what it is. Whoever has been there is called. The person has to be called in time.' }));
    const { titles, search } = await searchIn('en', [...others, { title: 'Ports Act', text: 'Where a vessel has been called in, is the master to report.' }]);
    expect((await titles('has been called in is'))[0]).toBe('Ports Act');
    expect((await search.search('"has been called in"'))!.hits).toHaveLength(1);
  });

  it('by a phrase that runs over the end of a provision, cites, or stands around a quotation mark', async () => {
    const { titles } = await searchIn('en', [
      { title: 'Penal Act', text: '## Section 12\n\nThe fine is doubled.' },
      { title: 'Procedure Act', text: '## Section 11\n\nThe judge decides without delay.\n\n## Section 12 — Appeal\n\nUnder section 12 of another Act the term “period” means a month.' },
    ]);
    expect((await titles('without delay Section 12 Appeal'))[0]).toBe('Procedure Act');
    expect((await titles('under section 12 of another'))[0]).toBe('Procedure Act');
    expect((await titles('the term “period'))[0]).toBe('Procedure Act');
  });

  it('and, asking for a phrase in quotation marks, is shown every text that has it', async () => {
    const { search } = await searchIn('en', Array.from({ length: 60 }, (_, number) => ({ title: `Act ${number}`, text: number % 2 === 0 ? 'Whoever launders proceeds of crime.' : 'The crime, of which there are proceeds.' })));
    expect((await search.search('"proceeds of crime"'))!.hits).toHaveLength(30);
  });

  it('and is told where only some of the words, or not the very words, were found', async () => {
    const { search } = await searchIn('en', ENGLISH);
    expect((await search.search('"surrender person the of"'))!).toMatchObject({ unquoted: true });
    expect((await search.search('palermo zebra'))!).toMatchObject({ partial: true, missing: ['zebra'] });
    expect((await search.search('mutual legal asistance'))!.read).toBe('mutual legal assistance');
    expect((await search.search('zebra'))!.hits).toEqual([]);
  });

  it('does not take keywords for names', async () => {
    const { titles } = await searchIn('en', ENGLISH);
    expect((await titles('extradition act')).indexOf('A case about surrender')).toBeGreaterThan(0);
  });
});

describe('scripts', () => {
  it('finds Arabic words with what is written on them, and citations in words', async () => {
    const { titles, provision } = await searchIn('ar', [
      { title: 'نظام مكافحة غسل الأموال', text: '## المادة الأولى\n\nتعريفات\n\n## المادة الثالثة\n\nيعاقب وفقًا للمعاهدات والاتفاقيات الإلكترونية بقرار من الوزير.' },
      { title: 'نظام المرور', text: '## المادة الثالثة\n\nأحكام السير.' },
    ]);
    for (const query of ['معاهدة', 'المعاهدات', 'إلكترونية', 'قرار', 'نظام مكافحه غسل الاموال']) expect((await titles(query))[0], query).toBe('نظام مكافحة غسل الأموال');
    expect(await provision('المادة الثالثة نظام مكافحة غسل الأموال')).toBe('نظام مكافحة غسل الأموال art_3');
  });

  it('finds Chinese in either script, and articles in Chinese numerals', async () => {
    const { titles, provision } = await searchIn('zh', [
      { title: '中华人民共和国刑法', text: '#### 第一百九十条\n\n其他。\n\n#### 第一百九十一条\n\n为掩饰、隐瞒毒品犯罪的所得及其产生的收益。' },
      { title: '聯合國反貪腐公約', text: '## 第一條 — 宗旨聲明\n\n各締約國均應依其國家法律之基本原則。' },
    ]);
    expect((await titles('联合国反贪腐公约'))[0]).toBe('聯合國反貪腐公約');
    expect((await titles('各缔约国均应依其国家法律之基本原则'))[0]).toBe('聯合國反貪腐公約');
    expect(await provision('刑法第一百九十一条')).toBe('中华人民共和国刑法 art_191');
  });
});

describe('facets', () => {
  it('count what each value would leave, other facets staying', async () => {
    const { search } = await searchIn('en', ENGLISH);
    const found = ENGLISH.map((_, document) => ({ catalogue: search.catalogue, document }));
    const counts = countFacets(found, { state: ['ca'] });
    expect([...counts.get('state')!]).toEqual([['ca', 2], ['ug', 1]]);
    expect([...counts.get('year')!].sort()).toEqual([['1995', 1], ['1999', 1]]);
    expect(isChosen(search.catalogue, 0, { state: ['ca', 'ug'], kind: ['law'] })).toBe(true);
    expect(isChosen(search.catalogue, 0, { state: ['ug'] })).toBe(false);
  });
});

describe('the files of an index', () => {
  it('are the same whenever they are made', () => {
    expect(indexOf('en', ENGLISH)).toEqual(indexOf('en', ENGLISH));
  });

  it('hold every term in order, each with ascending blocks', () => {
    const terms = [...readTerms(indexOf('en', ENGLISH).get('terms-0')!)];
    expect(terms.map(([term]) => term)).toEqual(terms.map(([term]) => term).toSorted());
    for (const [, list] of terms) {
      const blocks = [...readList(list)];
      expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => a - b));
    }
  });
});
