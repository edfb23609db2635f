import { describe, expect, it } from 'vitest';
import { searchIn, type SmallDocument } from './small-index.ts';

const en: SmallDocument[] = [
  { title: 'Ireland', names: ['IE', 'IRL'], kind: 'state', columns: { state: ['ie'] } },
  { title: 'Zambia', names: ['ZM'], kind: 'state', columns: { state: ['zm'] } },
  { title: 'United States of America', names: ['US', 'United States'], kind: 'state', columns: { state: ['us'] } },
  { title: 'Anti-Human Trafficking Act, 2008', columns: { state: ['zm'] }, text: '## Section 1. Offence\n\nWhoever traffics a human being commits an offence.' },
  { title: 'Criminal Law (Human Trafficking) Act 2008', columns: { state: ['ie'] }, text: '## Section 1. Offence\n\nA person who traffics another person shall be guilty of an offence.' },
  { title: 'Firearms Act', columns: { state: ['us'] }, text: '## Section 1. Licence\n\nA licence is needed.' },
  { title: 'Firearms Act of Zambia', columns: { state: ['zm'] }, text: '## Section 1. Licence\n\nA licence tells us who may carry arms.' },
  { title: 'Convention against Organized Crime', names: ['UNTOC'], kind: 'convention', columns: { convention: ['untoc'] } },
  { title: 'Article 16. Extradition — Organized Crime Convention', names: ['Article 16 UNTOC'], kind: 'article', columns: { convention: ['untoc'] }, text: '## Article 16. Extradition\n\nA State Party that does not extradite a person because the person is its national shall submit the case.' },
  { title: 'Report on extradition', columns: { state: ['zm'], convention: ['untoc'] }, text: '## Section 1. Nationals\n\nExtradition of nationals under UNTOC is rare: to extradite a national is refused.' },
];

describe('A State or convention named in a query', () => {
  it('means its documents, whatever their titles say', async () => {
    const { titles } = await searchIn('en', en);
    expect((await titles('human trafficking act ireland'))[0]).toBe('Criminal Law (Human Trafficking) Act 2008');
    expect((await titles('zambia human trafficking act'))[0]).toBe('Anti-Human Trafficking Act, 2008');
    expect((await titles('firearms act United States'))[0]).toBe('Firearms Act');
  });

  it('means a convention’s own articles, not the laws that carry it out', async () => {
    const { titles } = await searchIn('en', en);
    expect((await titles('extradite national UNTOC'))[0]).toBe('Article 16. Extradition — Organized Crime Convention');
  });

  it('is no small word that happens to be a code', async () => {
    const { titles } = await searchIn('en', en);
    expect((await titles('a licence tells us who may carry'))[0]).toBe('Firearms Act of Zambia');
  });

  it('is still found itself', async () => {
    const { titles } = await searchIn('en', en);
    expect((await titles('ireland'))[0]).toBe('Ireland');
    expect((await titles('UNTOC'))[0]).toBe('Convention against Organized Crime');
  });

  it('is read where Chinese leaves no spaces, and in whatever case Russian puts it', async () => {
    const zh = await searchIn('zh', [
      { title: '肯尼亚', kind: 'state', columns: { state: ['ke'] } },
      { title: '反洗钱法', columns: { state: ['ug'] }, text: '## 第一条\n\n为了预防洗钱活动。' },
      { title: '犯罪所得与反洗钱法', columns: { state: ['ke'] }, text: '## 第一条\n\n为了预防洗钱活动。' },
    ]);
    expect((await zh.titles('肯尼亚的反洗钱法律'))[0]).toBe('犯罪所得与反洗钱法');
    const ru = await searchIn('ru', [
      { title: 'Кения', kind: 'state', columns: { state: ['ke'] } },
      { title: 'Закон о выдаче', columns: { state: ['ug'] }, text: '## Статья 1\n\nВыдача лиц.' },
      { title: 'Закон о выдаче преступников', columns: { state: ['ke'] }, text: '## Статья 1\n\nВыдача лиц.' },
    ]);
    expect((await ru.titles('закон Кении о выдаче лиц'))[0]).toBe('Закон о выдаче преступников');
  });
});

describe('A Russian code', () => {
  it('is found as lawyers write it', async () => {
    const { titles, provision } = await searchIn('ru', [
      { title: 'Уголовно-процессуальный кодекс Российской Федерации', text: '## Статья 210. Розыск\n\nРозыск подозреваемого.' },
      { title: 'Уголовный кодекс Российской Федерации', text: '## Статья 210. Организация преступного сообщества\n\nСоздание преступного сообщества.' },
    ]);
    expect((await titles('УК РФ'))[0]).toBe('Уголовный кодекс Российской Федерации');
    expect((await titles('упк рф'))[0]).toBe('Уголовно-процессуальный кодекс Российской Федерации');
    expect(await provision('ст. 210 УК РФ')).toBe('Уголовный кодекс Российской Федерации art_210');
  });
});

describe('A query that is a title', () => {
  it('finds it though a letter is wrong, before a text that has its other words', async () => {
    const { titles } = await searchIn('en', [
      { title: 'Transfer of Sentenced Persons Act', text: '## Section 1. Short title\n\nThis Act may be cited.' },
      { title: 'Report', text: '## Section 1. Words\n\nTransfer of sentenced persons, an act of transfer of sentenced persons.' },
    ]);
    expect((await titles('Transfer of Sentneced Persons Act'))[0]).toBe('Transfer of Sentenced Persons Act');
  });
});

describe('A law recorded twice', () => {
  it('is found where the provision cited stands, though the other record bears the very name', async () => {
    const { titles } = await searchIn('es', [
      { title: 'Ley 24.767 de Cooperación Internacional en Materia Penal', names: ['Ley 24.767'], text: '## Artículo 1\n\nLa República prestará cooperación. Según la Ley 24.767.' },
      { title: 'Ley 24.767 — COOPERACION INTERNACIONAL', text: '## Artículo 32\n\nLa resolución de la ley podrá recurrirse.' },
    ]);
    expect((await titles('artículo 32 Ley 24.767'))[0]).toBe('Ley 24.767 — COOPERACION INTERNACIONAL');
    expect((await titles('Ley 24.767'))[0]).toBe('Ley 24.767 de Cooperación Internacional en Materia Penal');
  });
});
