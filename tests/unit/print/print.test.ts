import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { translator } from '../../../src/i18n/translate.ts';
import { parseChapter } from '../../../src/manuals/parse.ts';
import type { References } from '../../../src/manuals/references.ts';
import { chapterToTypst } from '../../../src/manuals/typst.ts';
import { fontsFor, loadBinding, Press, PrintError, woffToFont } from '../../../src/print/compiler.ts';
import { missingLetters } from '../../../src/print/letters.ts';
import { typstWords } from '../../../src/print/manual-volume.ts';
import { frame, type Paper } from '../../../src/print/volume.ts';

const project = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'comity-print-'));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const binding = loadBinding(project);
if (!binding) console.warn('Printing is not tested: this platform has no native Typst binding.');
const reading = has('pdfinfo') && has('pdftotext');
if (!reading) console.warn('The structure of PDFs is not tested: poppler-utils (pdfinfo, pdftotext) is not installed.');
const checking = has('qpdf');
if (!checking) console.warn('The syntax of PDFs is not tested: qpdf is not installed.');

const references: References = { article: ({ id }) => ({ text: id }), law: ({ id }) => ({ text: id }), case: ({ id }) => ({ text: id }), para: ({ to }) => ({ text: to, href: `#${to}` }) };

const ENGLISH = `## Section

A first paragraph with a note.[^1] It cites <Article id="UNTOC" /> and <Para to="para_1-2" />.

A second paragraph [unverified].

| Term | Meaning |
| --- | --- |
| 1. General #principles | *Stressed* and **strong** |

<Checklist title="Before sending">

- Signed
- Sealed

</Checklist>

<Figure title="The path" alt="Two steps: ask, then wait.">

1. Ask
2. Wait

</Figure>

<ModelForm id="request" title="Request">

### 1. From

- **Authority:** [name]

</ModelForm>

<Note title="Care">

Take care.

</Note>

[^1]: The note.
`;

const ARABIC = `## المساعدة القانونية المتبادلة

تقدم الدول الأطراف بعضها لبعض أكبر قدر ممكن من المساعدة القانونية المتبادلة.

تحدد المادة 18 مضمون الطلب.
`;

function source(language: 'en' | 'ar', text: string, paper: Paper = 'A4'): string {
  const t = translator(language);
  const body = chapterToTypst(parseChapter(text, { file: 'x.mdx', firstLine: 1, number: 1 }), { references, words: typstWords(t), scope: 'c1' });
  return frame(t, { title: language === 'en' ? 'A manual' : 'دليل', short: 'Short', subtitle: 'What it is for', language, families: fontsFor(language, project)!.families, paper, stamp: { day: '2026-11-23' }, dateline: '2026', keywords: [], imprint: '', depth: 2 }, `#chapter(number: "1", label: "1", title: [#"${language === 'en' ? 'Opening' : 'مدخل'}";])\n\n${body}`);
}

function print(language: 'en' | 'ar', text: string, standard = 'ua-1', paper: Paper = 'A4'): Buffer {
  return new Press(binding!, project, fontsFor(language, project)!.files).print(source(language, text, paper), [standard], 1_795_392_000)[0]!.pdf;
}

function run(command: string, args: readonly string[], pdf: Buffer): string {
  const file = join(folder, 'x.pdf');
  writeFileSync(file, pdf);
  const { stdout, status } = spawnSync(command, [...args.map((argument) => (argument === 'FILE' ? file : argument))], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
}

describe.skipIf(!binding)('a printed volume', () => {
  test('has the same bytes whenever it is printed', () => {
    const hash = (pdf: Buffer): string => createHash('sha256').update(pdf).digest('hex');
    expect(hash(print('en', ENGLISH))).toBe(hash(print('en', ENGLISH)));
  });

  test.each(['ua-1', 'a-2a'])('can be written by the standard %s', (standard) => {
    expect(print('en', ENGLISH, standard).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test.skipIf(!reading)('has the structure that a screen reader reads', () => {
    const structure = run('pdfinfo', ['-struct', 'FILE'], print('en', ENGLISH));
    for (const tag of ['H1', 'H2', 'P', 'Table', 'THead', 'TH', 'Note', 'Link', 'TOC']) expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    const info = run('pdfinfo', ['FILE'], print('en', ENGLISH));
    expect(info).toMatch(/Title:\s+A manual/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:.*A4/);
    expect(run('pdfinfo', ['FILE'], print('en', ENGLISH, 'ua-1', 'Letter'))).toMatch(/Page size:.*letter/);
  });

  test.skipIf(!reading)('prints the page a paragraph stands on, and its words as they were written', () => {
    const text = run('pdftotext', ['FILE', '-'], print('en', ENGLISH)).replace(/\s+/g, ' ');
    expect(text).toMatch(/para_1-2, p\. \d+/);
    expect(text).toContain('1. General #principles');
    expect(text).toContain('[not verified]');
  });

  test.skipIf(!reading)('can be searched in Arabic', () => {
    // Marks of direction that pdftotext adds are not part of the words.
    const text = run('pdftotext', ['FILE', '-'], print('ar', ARABIC)).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').normalize('NFKC');
    expect(text).toContain('المساعدة القانونية المتبادلة');
    expect(text).toContain('الدول الأطراف');
  });

  test.skipIf(!checking)('is sound as a file', () => {
    expect(run('qpdf', ['--check', 'FILE'], print('en', ENGLISH))).toContain('No syntax or stream encoding errors found');
  });

  test('is refused where no font has a letter, and the letter is found in its chapter', () => {
    writeFileSync(join(folder, '01-x.mdx'), 'Plain.\nA snowman ☃ here.\n');
    let message = '';
    try {
      print('en', 'A snowman ☃ here.');
    } catch (error) {
      expect(error).toBeInstanceOf(PrintError);
      message = (error as Error).message;
    }
    expect(missingLetters(message, folder, folder)).toEqual(['01-x.mdx:2:11  no font has the letter ☃ (U+2603)']);
  });
});

describe('fonts', () => {
  test('of WOFF are unwrapped table by table', () => {
    const font = woffToFont(readFileSync(join(project, 'node_modules/@fontsource/amiri/files/amiri-arabic-400-normal.woff')));
    expect(font.readUInt32BE(0)).toBe(0x00010000);
    const tags = Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.toString('latin1', 12 + 16 * index, 16 + 16 * index));
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'name']));
  });
});
