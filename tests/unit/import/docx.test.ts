import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/import/docx.ts';
import { pastedParagraphs, proposeHeadings } from '../../../src/import/propose-headings.ts';
import { checkFolder } from '../../../src/library/check.ts';
import { paragraph, run, table, wordFile } from './word-file.ts';

const temporary = mkdtempSync(join(tmpdir(), 'comity-docx-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let count = 0;
let content: string;
beforeEach(() => (content = join(temporary, String(++count))));

const FLAGS = ['--as=law', '--country=xa', '--date=2010', '--number=26', '--title=Sample Act', '--source=A gazette', '--retrieved=2026-11-23'];
const LAW = 'laws/xa/act/2010/26/eng.md';

function bring(source: string | Uint8Array, flags: readonly string[] = FLAGS, name = 'act.docx') {
  const pasted = typeof source === 'string';
  const file = join(temporary, name);
  if (!pasted) writeFileSync(file, source);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/import.ts', pasted ? '-' : file, ...flags], { encoding: 'utf8', input: pasted ? source : '', env: { ...process.env, COMITY_CONTENT: content } });
  return { status, output: `${stdout}${stderr}` };
}
/** Text of the record, without its front matter. */
const body = (): string => readFileSync(join(content, LAW), 'utf8').split('\n---\n').slice(1).join('\n---\n').trim();
const flawsOf = async (bytes: Uint8Array): Promise<string[]> => (await readDocx(bytes, 'act.docx')).flaws.map(({ level, name, actual }) => `${level} ${name}: ${actual}`);

const ACT = [
  paragraph('PART I', { style: 'Heading1' }),
  paragraph('Section 1 — Scope', { style: 'Heading2' }),
  `<w:p>${run('This Act applies to ')}${run('every', true)}${run(' person_who* acts; 1. not a list.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink r:id="h">${run(' the Act')}</w:hyperlink></w:p>`,
  paragraph('2. Offences', { bold: true }),
  paragraph('Section 3. Any person who takes an active part in the activities of an organized criminal group, knowing its aim, commits an offence.'),
  paragraph('Section 5 applies to every such person.'),
  paragraph('12. stands here as a number.'),
  table([['Offence', 'Years'], ['Taking part', 'a|b']]),
  paragraph('SCHEDULE', { style: 'Heading1' }),
  paragraph('Set in a style of the gazette.', { style: 'Gazette' }),
].join('');

describe('A Word file becomes a record', () => {
  it('with headings and eIds proposed, the words as they were, and a check without a flaw', () => {
    const { status, output } = bring(wordFile(ACT));
    expect(status, output).toBe(0);
    expect(output).toContain('#sec_1  Section 1 — Scope');
    expect(output).toContain('#sec_3  Section 3');
    expect(output).toContain('the paragraph style “Gazette text”, read as plain text');
    expect(output).toContain('import: 1 written, 5 headings proposed; 0 errors, 1 warning');
    expect(body()).toBe(
      [
        '## PART I', '### Section 1 — Scope', 'This Act applies to **every** person\\_who\\* acts; 1. not a list.[^2][ the Act](https://example.org/act)', '### 2. Offences {#sec_2}', '### Section 3',
        'Any person who takes an active part in the activities of an organized criminal group, knowing its aim, commits an offence.', 'Section 5 applies to every such person.', '12\\. stands here as a number.',
        '| Offence | Years |\n| --- | --- |\n| Taking part | a\\|b |', '## SCHEDULE', 'Set in a style of the gazette.', '[^2]: As amended in 2012.',
      ].join('\n\n'),
    );
    expect(checkFolder(content, 'content').flaws).toEqual([]);
  });

  it('and never takes the place of one', () => {
    expect(bring(wordFile(ACT)).status).toBe(0);
    const before = readFileSync(join(content, LAW), 'utf8');
    const { status, output } = bring(wordFile(paragraph('Section 1. Other')));
    expect(status).toBe(1);
    expect(output).toContain('FileInTheWay');
    expect(readFileSync(join(content, LAW), 'utf8')).toBe(before);
  });

  it('and says what it could not take over', async () => {
    const body = `${paragraph('Section 1. Scope')}<w:p><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2">${run('new')}</w:ins><m:oMath/></w:p>${table([['Both'], ['a', 'b']], true)}`;
    expect(await flawsOf(wordFile(body, { 'word/vbaProject.bin': new Uint8Array([1]) }))).toEqual([
      'warning PartNotImported: macros',
      'warning PartNotImported: tracked deletions',
      'warning PartNotImported: tracked insertions',
      'warning PartNotImported: formulas',
      'warning PartNotImported: merged cells of the table that begins “Bothab”',
    ]);
  });
});

describe('A file that is no good Word file', () => {
  const good = wordFile(ACT);
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
  const deep = `<w:document xmlns:w="x">${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}</w:document>`;
  it.each<[string, Uint8Array, string]>([
    ['is cut off', good.slice(0, good.length - 200), 'error UnreadableDocument: an archive that is cut off or damaged'],
    ['is cut off at the beginning', good.slice(0, 40), 'error UnreadableDocument: an archive that is cut off or damaged'],
    ['is empty', new Uint8Array(), 'error EmptyFile: no bytes at all'],
    ['is text', strToU8('Section 1. Scope'), 'error UnreadableDocument: a file that is no ZIP archive'],
    ['is an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'error UnreadableDocument: an old Word file (.doc), or one with a password'],
    ['is another archive', zipSync({ 'readme.txt': strToU8('x') }), 'error UnreadableDocument: an archive without word/document.xml'],
    ['makes little into much by entities', wordFile('', { 'word/document.xml': bomb }), 'error UnreadableDocument: a document type declaration, which Word never writes'],
    ['makes little into much by packing', wordFile('', { 'word/document.xml': new Uint8Array(120_000_000) }), 'error UnreadableDocument: more than 100 MB of text when unpacked'],
    ['has elements in elements without end', wordFile('', { 'word/document.xml': deep }), 'error MalformedXml: elements nested 201 deep'],
    ['has XML that is not whole', wordFile('', { 'word/document.xml': '<w:document xmlns:w="x"><w:body>' }), 'error MalformedXml: '],
    ['has bytes that are no UTF-8', wordFile('', { 'word/document.xml': new Uint8Array([0x3c, 0x61, 0x3e, 0xff]) }), 'error NotUtf8: bytes that are no UTF-8'],
    ['has too many parts', zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`p${index}`, new Uint8Array()]))), 'error UnreadableDocument: more than 5000 parts'],
    ['says nothing', wordFile(''), 'error EmptyFile: no text at all'],
  ])('is told so, and nothing is written: it %s', async (_, bytes, message) => {
    const { paragraphs, flaws } = await readDocx(bytes, 'act.docx');
    expect(flaws.map(({ level, name, actual }) => `${level} ${name}: ${actual}`).some((line) => line.startsWith(message)), JSON.stringify(flaws)).toBe(true);
    expect(flaws.every(({ place }) => place.file.startsWith('act.docx') && place.line >= 1)).toBe(true);
    expect(paragraphs === undefined || paragraphs.length === 0).toBe(true);
  });

  it('lies about its size, and gains nothing by it', async () => {
    const lying = wordFile(ACT);
    // The size unpacked, in the central directory, of the largest part.
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect((await readDocx(lying, 'act.docx')).paragraphs).toBeUndefined();
  });

  it.each(['law.pdf', 'act.docx'])('leaves no file behind: %s', (name) => {
    const { status, output } = bring(strToU8('%PDF-1.7 …'), FLAGS, name);
    expect(status, output).toBe(1);
    expect(output).toContain('UnreadableDocument');
    expect(existsSync(join(content, LAW))).toBe(false);
  });
});

describe('Pasted text becomes a record', () => {
  const headings = (text: string): string[] => proposeHeadings(pastedParagraphs(text)).provisions.map(({ eid }) => eid);

  it('with its lines joined and its provisions found', () => {
    const { status, output } = bring('\uFEFFPART I\r\n\r\nSection 1. Scope\r\nThis Act applies to\r\nevery person.\r\n(a) one;\r\n(b) two.\r\n\r\nSection 2.\r\n# not a heading\r\n');
    expect(status, output).toBe(0);
    expect(body()).toBe(['## PART I', '### Section 1. Scope', 'This Act applies to every person.', '(a) one;', '(b) two.', '### Section 2.', '\\# not a heading'].join('\n\n'));
    expect(checkFolder(content, 'content').flaws).toEqual([]);
  });

  it.each([
    ['第一章 总则\n\n第一条 为了防治有组织犯罪，制定本法。\n第二条 本法所称有组织犯罪，是指……', ['chp_1', 'art_1', 'art_2']],
    ['الباب الأول\n\nالمادة الأولى\nيعاقب كل من\n\nالمادة الثانية\nنص', ['title_1', 'art_1', 'art_2']],
    ['TITRE Ier\n\nArticle premier\nLa présente loi\n\nArticle 2 bis\nTexte', ['title_i', 'art_1', 'art_2-bis']],
    ['Nothing here is numbered.', []],
  ])('in other languages too: %s', (text, eids) => expect(headings(text)).toEqual(eids));

  it.each([
    ['', 'EmptyFile'],
    ['  \n\n', 'EmptyFile'],
    ['no heading at all in this text', 'NoHeadings'],
  ])('or hears what is wrong: “%s”', (text, name) => expect(bring(text).output).toContain(name));

  it('and is told which answers are missing', () => {
    expect(bring('Section 1. Scope', ['--as=law', '--country=xa']).output).toContain('--title is missing');
    expect(bring('Section 1. Scope', ['--as=statute']).output).toContain('Unexpected --as=statute, expected one of law, case');
  });
});
