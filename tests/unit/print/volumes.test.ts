import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isoToTag } from '../../../src/domain/language.ts';
import { readLibrary } from '../../../src/library/read.ts';
import { fontsFor, fontsForAll, loadBinding, Press } from '../../../src/print/compiler.ts';
import { manualVolume } from '../../../src/print/manual-volume.ts';
import { caseRecord, lawRecord, type RecordPrint } from '../../../src/print/record.ts';
import { recordFile } from '../../../src/views/printed.ts';
import { findings } from './structure.ts';

const project = process.cwd();
const content = 'tests/fixtures/print/content';
const folder = mkdtempSync(join(tmpdir(), 'comity-volumes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const binding = loadBinding(project);
if (!binding) console.warn('Volumes are not tested: this platform has no native Typst binding.');
const reading = has('pdfinfo') && has('pdftotext');
if (!reading) console.warn('The text of volumes is not tested: poppler-utils (pdfinfo, pdftotext) is not installed.');
const checking = has('qpdf');
if (!checking) console.warn('The structure of volumes is not tested: qpdf is not installed.');
const chinese = fontsFor('zh', project) !== undefined;
if (!chinese) console.warn('Chinese volumes are not tested: @expo-google-fonts/noto-serif-sc is not installed.');

const { library } = readLibrary(content);
const manual = library.manuals.get('sample')!;
const placeName = (code: string): string => code.toUpperCase();
const stamp = { day: '2026-11-23' };
const SCRIPTS = ['eng', 'rus', 'ara', ...(chinese ? ['zho'] : [])];

const volumes = new Map<string, Buffer>();
function volume(iso: string): Buffer {
  const known = volumes.get(iso);
  if (known) return known;
  const fonts = fontsFor(isoToTag(iso), project)!;
  const expression = manual.expressions.find(({ language }) => language === iso)!;
  const source = manualVolume({ library, expression, families: fonts.families, paper: 'A4', stamp, placeName });
  const { pdf } = new Press(binding!, project, fonts.files).print(source, ['ua-1'], 1_795_392_000)[0]!;
  volumes.set(iso, pdf);
  return pdf;
}

function run(command: string, args: readonly string[], pdf: Buffer): string {
  const file = join(folder, 'x.pdf');
  writeFileSync(file, pdf);
  const { stdout, status } = spawnSync(command, args.map((argument) => (argument === 'FILE' ? file : argument)), { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
}

/** Words as a search finds them: without marks of direction, ligatures taken apart. */
const textOf = (pdf: Buffer, ...options: string[]): string => run('pdftotext', [...options, 'FILE', '-'], pdf).replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g, '').normalize('NFKC');

const fonts = fontsForAll(project);
const print: RecordPrint = { library, families: fonts.families, stamp, placeName };
const law = (path: string, iso: string): string => {
  const work = library.laws.get(path)!;
  return lawRecord(print, work, work.expressions.find(({ expression }) => expression.language === iso)!);
};
const pdfOf = (source: string): Buffer => new Press(binding!, project, fonts.files).print(source, ['ua-1'], 1_795_392_000)[0]!.pdf;
const decision = (): string => {
  const work = library.cases.get('xa/judgment/xahc/2015/7')!;
  return caseRecord(print, work, work.expressions[0]!);
};

describe.skipIf(!binding)('a manual in every script', () => {
  test.skipIf(!checking).each(SCRIPTS)('in %s has the structure of PDF/UA-1 and is sound as a file', (iso) => {
    expect(findings(volume(iso))).toEqual([]);
    expect(run('qpdf', ['--check', 'FILE'], volume(iso))).toContain('No syntax or stream encoding errors found');
  });

  test.skipIf(!reading).each(SCRIPTS)('in %s can be read by its tags: headings, table, list, note', (iso) => {
    const structure = run('pdfinfo', ['-struct-text', 'FILE'], volume(iso));
    for (const tag of ['H1', 'H2', 'P', 'Table', 'TH', 'L', 'Note', 'Link', 'TOC']) expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    expect(run('pdfinfo', ['FILE'], volume(iso))).toMatch(/Tagged:\s+yes/);
  });

  test.skipIf(!reading)('says in Russian, Arabic and Chinese the words that stand around its text', () => {
    expect(textOf(volume('rus'))).toMatch(/Содержание[^]*Типовая форма|СОДЕРЖАНИЕ|Глава/i);
    if (chinese) expect(textOf(volume('zho'))).toContain('目录');
    expect(textOf(volume('ara'))).toContain('المحتويات');
    for (const iso of SCRIPTS.filter((iso) => iso !== 'eng')) expect(textOf(volume(iso))).not.toMatch(/Contents|Chapter|Checklist|Model form/);
  });

  test.skipIf(!reading)('in Arabic gives its words whole and in order to whoever searches or listens', () => {
    const text = textOf(volume('ara')).replace(/\s+/g, ' ');
    // Kerning would take these apart, for a letter that does not join comes before one with dots below.
    for (const words of ['السلطة المركزية الوقائع والقانون والتدبير المطلوب', 'بإيجاز', 'قرأت المحكمة الطلب كاملا', 'المدعي العام', 'حافظ على السرية']) expect(text).toContain(words);
  });

  test.skipIf(!reading || !chinese)('in Chinese begins no line with a mark that closes, and ends none with one that opens', () => {
    const lines = textOf(volume('zho'), '-layout').split('\n').map((line) => line.trim()).filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(30);
    // pdftotext sets a mark of another size, and what follows it, on a line of its own: a line of one sign is not one of the page.
    expect(lines.filter((line) => line.length > 1).filter((line) => /^[，。；：、！？）》”]/.test(line) || /[（《“]$/.test(line))).toEqual([]);
    const paragraph = readFileSync(join(content, 'manuals/int/doc/manual/2026/sample/zho/01-one.mdx'), 'utf8').match(/各国中央机关.*/)![0];
    expect(lines.join('').replace(/\s/g, '')).toContain(paragraph.slice(0, 60).normalize('NFKC').replace(/\s/g, ''));
  });

  test.skipIf(!checking)('is caught where something is wrong with its structure', () => {
    const source = '#set document(title: "t", date: datetime(year: 2026, month: 1, day: 1))\n#set text(lang: "en")\n= A\n#link("https://example.org")[b]';
    const press = new Press(binding!, project, []);
    expect(findings(press.print(source, ['a-2b'], 1)[0]!.pdf)).toEqual(expect.arrayContaining(['its metadata do not say PDF/UA-1']));
  });
});

describe.skipIf(!binding)('the PDF of a law or case', () => {
  const RECORDS: [string, () => string][] = [
    ['a law', () => law('xa/act/2010/8', 'eng')],
    ['a law in French', () => law('xa/act/2010/8', 'fra')],
    ['a convention in Arabic', () => law('un/act/convention/unga/2000-01-01/alpha', 'ara')],
    ...(chinese ? [['a law in Chinese', () => law('xa/act/2018-03-01/extradition', 'zho')] as [string, () => string]] : []),
    ['a case', decision],
  ];

  test.skipIf(!checking).each(RECORDS)('of %s has the structure of PDF/UA-1, and the same bytes each time', (_, source) => {
    const pdf = pdfOf(source());
    expect(findings(pdf)).toEqual([]);
    expect(pdf.equals(pdfOf(source()))).toBe(true);
    expect(pdf.length).toBeLessThan(120_000);
  });

  test.skipIf(!reading)('has the title, the language and every heading of its text', () => {
    const work = library.laws.get('xa/act/2010/8')!;
    const pdf = pdfOf(law('xa/act/2010/8', 'eng'));
    expect(run('pdfinfo', ['FILE'], pdf)).toContain(work.expressions[0]!.data.title);
    const body = readFileSync(join(content, 'laws', 'xa/act/2010/8', 'eng.md'), 'utf8');
    const text = textOf(pdf).replace(/\s+/g, ' ');
    for (const [, words] of body.matchAll(/^##+ .*?([A-Z][a-z]+)(?: \{#.*)?$/gm)) expect(text).toContain(words);
  });

  test('is named so that a reader knows it among her files', () => {
    expect(recordFile('laws', 'ke/act/2009/9', 'en')).toBe('laws/ke/act/2009/9/ke-act-2009-9.en.pdf');
    expect(recordFile('laws', 'xa/act/2010/8', 'en', '2012-05-01')).toBe('laws/xa/act/2010/8/xa-act-2010-8.en.2012-05-01.pdf');
  });
});

describe.skipIf(!binding)('printing', () => {
  const library = join(folder, 'content');
  const press = (environment: Record<string, string> = {}): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/pdf.ts', join(folder, 'manifest.json')], { encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: library, COMITY_PDF_SHELF: join(folder, 'shelf'), COMITY_CHANGES: '', COMITY_SITE: '', ...environment } });
    return `${status} ${stdout}${stderr}`;
  };

  test('makes everything once, then only what changed, and leaves single PDFs out where there are too many', { timeout: 120_000 }, () => {
    cpSync(content, library, { recursive: true });
    expect(press()).toMatch(/^0 [^]*single PDFs printed/);
    expect(press()).toContain('all as they were');
    const file = join(library, 'laws/xa/act/2010/8/fra.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n$/, '\n\nUne phrase de plus.\n'));
    expect(press()).toContain('0 volumes and 1 single PDFs printed');
    const many = press({ COMITY_SINGLE_PDFS: '3' });
    expect(many).toMatch(/were left out: there are \d+ texts of 1 MB, and 3 texts are printed at most/);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({ records: [] });
  });

  test('leaves a text out whose letters no font has, and names the place', { timeout: 60_000 }, () => {
    const file = join(library, 'laws/xa/act/2010/8/fra.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n$/, '\n\nUn mot พ thaï, sans police.\n'));
    const said = press();
    expect(said).toMatch(/^0 /);
    expect(said).toMatch(/1 texts have no PDF of their own[^]*fra\.md:\d+:8 {2}no font has the letter พ/);
  });
});
