import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/flaws/flaw.ts';
import { importCollection } from '../../../src/import/collection.ts';
import { readLibrary } from '../../../src/library/read.ts';

const temporary = mkdtempSync(join(tmpdir(), 'comity-import-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let run = 0;
let source: string;
let out: string;
beforeEach(() => {
  source = join(temporary, `${++run}`, 'laws');
  out = join(temporary, `${run}`, 'content');
});

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), content);
}

const front = (keys: Record<string, string>): string => `---\n${Object.entries(keys).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n`;
const keys = (language: string, more: Record<string, string> = {}): Record<string, string> => ({ title: 'Extradition Act', country: 'CA', date: '1999-06-17', language, source: 'https://example.org/e-23.01', licence: 'Open', kind: 'statute', ...more });
const bring = (options = {}) => importCollection(source, out, { retrieved: '2026-11-23', ...options });
const read = (path: string): string => readFileSync(join(out, 'laws', path), 'utf8');
const names = (result: ReturnType<typeof bring>): string[] => result.flaws.map(({ name, place }) => `${place.file.slice(source.length + 1)}:${place.line}:${place.column} ${name}`);

describe('An editor imports a collection', () => {
  it('finds the two language versions of an act in one work, with a map of what went where', () => {
    put('en/ca-e-23-01.md', `${front(keys('en'))}\n# Extradition Act\n\n## Section 1 — Short title\n\nText.\n`);
    put('fr/ca-e-23-01.md', `${front({ ...keys('fr'), title: 'Loi sur l’extradition', date: '2001-01-01' })}\n# Loi sur l’extradition\n`);
    put('zh/un-uncac.md', `${front({ ...keys('zh-Hant'), title: '聯合國反貪腐公約', country: 'UN', date: '2003-10-31', kind: 'treaty' })}\n# 聯合國反貪腐公約\n`);
    const result = bring();
    expect(result).toMatchObject({ written: 3, unchanged: 0, flaws: [] });
    expect(readFileSync(join(out, 'import-map.tsv'), 'utf8')).toBe(
      [
        'source\twork\tlanguage\tpage',
        'laws/en/ca-e-23-01\t/akn/ca/act/1999-06-17/e-23-01\ten\t/en/laws/ca/act/1999-06-17/e-23-01/',
        'laws/fr/ca-e-23-01\t/akn/ca/act/1999-06-17/e-23-01\tfr\t/fr/laws/ca/act/1999-06-17/e-23-01/',
        'laws/zh/un-uncac\t/akn/un/act/treaty/2003-10-31/uncac\tzh-Hant\t/zh/laws/un/act/treaty/2003-10-31/uncac/',
        '',
      ].join('\n'),
    );
    const { library, flaws } = readLibrary(out, 'content');
    expect(flaws).toEqual([]);
    expect(library.laws.get('ca/act/1999-06-17/e-23-01')!.expressions.map(({ data }) => data.title)).toEqual(['Extradition Act', 'Loi sur l’extradition']);
    expect(library.laws.get('un/act/treaty/2003-10-31/uncac')!.data).toMatchObject({ type_document: 'treaty', jurisdiction: 'un', text: 'full', provenance: { verified: false, retrieved: '2026-11-23', source: ['https://example.org/e-23.01'] } });
  });

  it.each([
    ['Latin with typographic signs', 'en', '\n# A\n\n“Quotes” ‘single’ — dash – en … ellipsis -- ... "plain" \'too\' (c) 1/2 x&amp;y\u00A0z\u202Fw  two spaces  \n<b>raw</b>  [^1] \\* \t tab\n\n\n\ntrailing   \n'],
    ['decomposed accents', 'fr', '\nE\u0301tat, déjà, œuvre, ﬁn, L’État\n'],
    ['Arabic with marks of direction', 'ar', '\n# نظام\n\n## المادة الحادية والعشرون\n\n\u200Fنصّ المادّةِ (٢١) ـ «اقتباس»\u200E.\n'],
    ['Chinese', 'zh-Hans', '\n# 法\n\n　　第一条　“引号”……——〇𠮷\n'],
    ['Russian', 'ru', '\n# Кодекс\n\nСтатья 127-1. «Ёлки» № 5 – ст.\n'],
    ['no final line end and a rule of hyphens', 'en', '\n---\n\ntext: "not front matter"\n---\nlast'],
    ['an empty text', 'en', ''],
  ])('keeps every byte of the text: %s', (_, language, body) => {
    put('a/ca-x.md', front(keys(language)) + body);
    expect(bring().flaws).toEqual([]);
    const [row] = readFileSync(join(out, 'import-map.tsv'), 'utf8').trim().split('\n').slice(1);
    const iso = { en: 'eng', fr: 'fra', ar: 'ara', 'zh-Hans': 'zho', ru: 'rus' }[language]!;
    const file = read(`${row!.split('\t')[1]!.slice('/akn/'.length)}/${iso}.md`);
    expect(file.slice(file.indexOf('\n---\n') + '\n---\n'.length)).toBe(body);
  });

  it('brings line ends into one form and drops a byte order mark, nothing else', () => {
    put('en/ca-x.md', `\uFEFF${front(keys('en'))}\nOne.\nTwo.\n`.replaceAll('\n', '\r\n'));
    expect(bring().flaws).toEqual([]);
    expect(read('ca/act/1999-06-17/x/eng.md')).toMatch(/---\n\nOne\.\nTwo\.\n$/);
  });

  it('gives dated versions of a law without front matter their dates, and says what it concluded', () => {
    put('opiumwet/nld@2013-07-01.md', '##Opiumwet\n\nTekst.\n');
    put('opiumwet/nld@2015-10-02.md', '##Opiumwet\n\nNieuwe tekst.\n');
    expect(bring().flaws).toEqual([]);
    const { library, flaws } = readLibrary(out, 'content');
    expect(flaws).toEqual([]);
    const work = library.laws.get('nl/act/nn/opiumwet')!;
    expect(work.versions.map(({ expression }) => expression.version)).toEqual(['2015-10-02', '2013-07-01']);
    expect(work.data).toMatchObject({ title: 'Opiumwet', provenance: { unverified: ['jurisdiction: concluded from the language'] } });
  });

  it('reports bad files with line and column, and imports the others', () => {
    put('en/ca-good.md', `${front(keys('en'))}\nText.\n`);
    put('en/ca-script.md', '---js\nprocess.exit(7)\n---\n');
    put('en/ca-yaml.md', '---\ntitle: a: b\n---\n');
    put('en/ca-date.md', front(keys('en', { date: '2010-02-30' })));
    put('en/ca-tongue.md', front(keys('tlh')));
    put('en/ca-nowhere.md', front({ title: 'x', language: 'en' }));
    put('en/ca-bytes.md', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff]));
    put('en/notes.txt', 'x');
    put('en/ca-more.md', front(keys('en', { rating: '5' })));
    put('fr/ca-more.md', front(keys('en')));
    const result = bring();
    expect(result.written).toBe(2);
    expect(names(result)).toEqual([
      'en/ca-bytes.md:2:1 NotUtf8',
      'en/ca-date.md:4:7 InvalidDate',
      'en/ca-more.md:9:1 KeyNotImported',
      'en/ca-nowhere.md:1:1 MissingKey',
      'en/ca-script.md:1:1 ExecutableFrontMatter',
      'en/ca-tongue.md:5:11 InvalidValue',
      'en/ca-yaml.md:2:8 MalformedYaml',
      'en/notes.txt:1:1 UnexpectedFile',
      'fr/ca-more.md:1:1 DuplicateIdentifier',
    ]);
    expect(hasErrors(result.flaws)).toBe(true);
  });

  it('never overwrites: the same again is no harm, another text stays out', () => {
    put('en/ca-x.md', `${front(keys('en'))}\nText.\n`);
    bring();
    expect(bring()).toMatchObject({ written: 0, unchanged: 1, flaws: [] });
    put('en/ca-x.md', `${front(keys('en'))}\nAnother text.\n`);
    expect(bring()).toMatchObject({ written: 0, unchanged: 0, flaws: [{ name: 'FileInTheWay', level: 'error' }] });
    expect(read('ca/act/1999-06-17/x/eng.md')).toContain('\nText.\n');
  });
});
