/** What somebody else's reader makes of our citations: citation.js (the core of many reference tools) reads what our writers wrote. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../src/citations/bibtex.ts';
import { toCslJson } from '../../../src/citations/csl-json.ts';
import { citationOf, type CitedJsonLd, type CslItem } from '../../../src/citations/item.ts';
import { toRis } from '../../../src/citations/ris.ts';
import { displayName } from '../../../src/domain/jurisdiction.ts';
import { isoToTag } from '../../../src/domain/language.ts';
import { caseJsonLd, lawJsonLd } from '../../../src/library/jsonld.ts';
import { readLibrary } from '../../../src/library/read.ts';
import { bodyOf } from '../../../src/library/read.ts';
import { readProvisions } from '../../../src/markdown/text.ts';

/** One item back. Throws where the reader sees none or several. */
function read(text: string): Record<string, unknown> {
  const { data } = new Cite(text);
  expect(data).toHaveLength(1);
  return data[0]!;
}

/** A reader may keep a name whole or call all of it a family name; both print as they are. */
const nameOf = (names: unknown): string | undefined => (names as { literal?: string; family?: string }[] | undefined)?.map(({ literal, family }) => literal ?? family).join('|');

function expectFromBibtex(item: CslItem): void {
  const back = read(toBibtex(item));
  expect({ ...back, author: nameOf(back['author']) }).toMatchObject({
    id: item.id,
    type: item.type === 'treaty' ? 'document' : item.type,
    ...(item.type === 'treaty' ? { genre: 'treaty' } : {}),
    title: item.title,
    author: item.authority ?? item.jurisdiction,
    ...(item.jurisdiction === undefined ? {} : { 'publisher-place': item.jurisdiction }),
    ...(item.issued ? { issued: item.issued } : {}),
    ...(item.version === undefined ? {} : { version: item.version }),
    ...(item.language === undefined ? {} : { language: item.language }),
    ...(item.URL === undefined ? {} : { URL: item.URL }),
    ...(item.accessed ? { accessed: item.accessed } : {}),
    ...(item.number === undefined || item.type !== 'legislation' ? {} : { number: item.number }),
  });
  for (const words of [item.number, item.section]) if (words !== undefined) expect(back['note']).toContain(words);
}

function expectFromRis(item: CslItem): void {
  const back = read(toRis(item));
  // RIS has one type for statutes and rules, and the reader none for treaties.
  expect(back).toMatchObject({
    id: item.id,
    type: item.type === 'treaty' ? 'legislation' : item.type,
    title: item.title,
    source: item.source,
    ...(item.issued ? { issued: item.issued } : {}),
    ...(item.language === undefined ? {} : { language: item.language }),
    ...(item.URL === undefined ? {} : { URL: item.URL }),
  });
  // Every fact is read, under its own name or in the notes; nothing under a name that means something else.
  const said = { number: ['number'], section: ['section', 'locator'], version: ['edition'], jurisdiction: ['publisher-place'], authority: ['authority', 'publisher'] };
  for (const [name, places] of Object.entries(said) as [keyof CslItem, string[]][]) {
    const value = item[name];
    if (value !== undefined) expect([...places.map((place) => back[place]), back['note']].filter((found) => found !== undefined).join('\n')).toContain(value);
  }
  expect(Object.keys(back)).not.toEqual(expect.arrayContaining(['submitted']));
  expect(back).not.toHaveProperty('page-first');
}

function expectFromCslJson(item: CslItem): void {
  expect(read(toCslJson(item))).toMatchObject({ ...item });
}

const FORMATS = [['BibTeX', expectFromBibtex], ['RIS', expectFromRis], ['CSL-JSON', expectFromCslJson]] as const;

const SCRIPTS: [script: string, tag: string, place: string, law: string, provision: string, decision: string, court: string, treaty: string][] = [
  ['Latin', 'fr', 'Sénégal', 'Loi n° 2005-06 relative à la lutte contre la traite des personnes & pratiques assimilées', 'Article premier', 'Ministère public c/ N. et autres', 'Cour d’appel, chambre criminelle', 'Convention des Nations Unies contre la criminalité transnationale organisée'],
  ['Cyrillic', 'ru', 'Российская Федерация', 'Уголовный кодекс Российской Федерации', 'Статья 127.1', 'Дело № 5-АПУ17-9', 'Верховный Суд', 'Конвенция Организации Объединенных Наций против транснациональной организованной преступности'],
  ['Arabic', 'ar', 'مصر', 'قانون رقم 64 لسنة 2010 بشأن مكافحة الاتجار بالبشر', 'المادة 2', 'الطعن رقم 4 لسنة 2010', 'محكمة النقض، الدائرة الجنائية', 'اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية'],
  ['Han', 'zh-Hans', '中国', '中华人民共和国反有组织犯罪法', '第二条', '某某组织、领导黑社会性质组织案', '最高人民法院', '联合国打击跨国有组织犯罪公约'],
  ['Greek', 'el', 'Ελλάδα', 'Νόμος 4198/2013: Πρόληψη και καταπολέμηση της εμπορίας ανθρώπων', 'Άρθρο 1', 'Απόφαση 12/2015', 'Άρειος Πάγος', 'Σύμβαση κατά του διεθνικού οργανωμένου εγκλήματος'],
  ['Thai', 'th', 'ไทย', 'พระราชบัญญัติป้องกันและปราบปรามการค้ามนุษย์ พ.ศ. 2551', 'มาตรา 6', 'คำพิพากษาที่ 4/2553', 'ศาลฎีกา', 'อนุสัญญาสหประชาชาติเพื่อต่อต้านอาชญากรรมข้ามชาติที่จัดตั้งในลักษณะองค์กร'],
];

describe.each(FORMATS)('citation.js reads our %s', (_, expectBack) => {
  it.each(SCRIPTS)('of a law, a provision, a version, a case and a treaty in %s script', (_, tag, place, law, provision, decision, court, treaty) => {
    const act: CitedJsonLd = { '@type': 'Legislation', '@id': '/akn/xa/act/2008/11', name: law, inLanguage: tag, legislationType: 'act', legislationIdentifier: 'N° 11/2008', legislationDate: '2008-11-06' };
    const url = 'https://library.example/en/laws/xa/act/2008/11/';
    const part = { eid: 'art_2', label: provision };
    const version = { ...act, legislationDateVersion: '2012-05-01' };
    expectBack(citationOf(act, { place, url, accessed: '2026-01-02' }));
    expectBack(citationOf(act, { place, url: `${url}#art_2`, provision: part }));
    expectBack(citationOf(version, { place, url: `${url}@2012-05-01/#art_2`, provision: part, accessed: '2026-01-02' }));
    expectBack(citationOf({ '@type': 'CreativeWork', '@id': '/akn/xa/judgment/high-court/2010/4', name: decision, inLanguage: tag, dateCreated: '2010-10', identifier: ['ECLI:XA:HC:2010:4', '[2010] XAHC 4'], creator: { name: court } }, { place, url }));
    expectBack(citationOf({ ...act, '@id': '/akn/un/act/convention/unga/2000-11-15/untoc', name: treaty, legislationType: 'convention', legislationPassedBy: 'A/RES/55/25' }, { url: `${url}art_2/`, provision: part }));
  });

  it('of every law, treaty, version and case of this library, with its last provision', () => {
    const { library } = readLibrary('content', 'content');
    let count = 0;
    const cite = (jsonld: object, code: string, iso: string, provision?: { eid: string; label: string }): void => {
      expectBack(citationOf(jsonld as CitedJsonLd, { place: code === 'un' || code === 'int' ? undefined : displayName(code, 'en'), url: `https://library.example/${isoToTag(iso)}/${code}/${provision ? `#${provision.eid}` : ''}`, provision, accessed: '2026-01-02' }));
      count++;
    };
    for (const work of library.laws.values()) {
      for (const entry of [...work.expressions, ...work.versions]) {
        cite(lawJsonLd(entry, ''), entry.data.jurisdiction, entry.expression.language);
        const last = readProvisions(bodyOf(library, entry)).at(-1);
        if (last) cite(lawJsonLd(entry, ''), entry.data.jurisdiction, entry.expression.language, { eid: last.eid, label: last.label || last.heading });
      }
    }
    for (const work of library.cases.values()) for (const entry of work.expressions) cite(caseJsonLd(entry, ''), entry.data.jurisdiction, entry.expression.language);
    expect(count).toBeGreaterThan(500);
  }, 60_000);
});

const words = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: fc.constantFrom('\\', '{', '}', '$', '&', '#', '%', '_', '^', '~', '"', 'é', '第', 'ض', ' ', '\n', '\r', '-', 'A', ',') }));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });
const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const anything = fc
  .record({
    jsonld: fc.record({ '@type': fc.constantFrom('Legislation', 'CreativeWork'), '@id': words, name: words, inLanguage: fc.constantFrom('en', 'zh-Hans'), legislationType: fc.constantFrom('act', 'protocol'), legislationIdentifier: maybe(words), identifier: maybe(fc.array(words)), legislationDate: maybe(day), dateCreated: maybe(day), legislationDateVersion: maybe(day), legislationPassedBy: maybe(words), creator: maybe(fc.record({ name: words })) }),
    place: maybe(words), provision: maybe(fc.record({ eid: words, label: words })), accessed: maybe(day),
  })
  .map(({ jsonld, ...place }) => citationOf(jsonld, { ...place, url: 'https://library.example/a/' }));

describe('whatever a record says', () => {
  it('its title, number and provision come back from BibTeX as they were', () => {
    fc.assert(
      fc.property(anything, (item) => {
        const back = read(toBibtex(item));
        expect(back['title'] ?? '').toBe(item.title);
        expect(back['note']).toBe([item.number, item.section].filter((part) => part !== undefined).join(', ') || undefined);
      }),
      { numRuns: 1500 },
    );
  });

  it('its title comes back from RIS as it was', () => {
    fc.assert(fc.property(anything, (item) => void expect(read(toRis(item))['title'] ?? '').toBe(item.title)), { numRuns: 1500 });
  });
});
