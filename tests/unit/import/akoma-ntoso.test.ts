import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { afterAll, describe, expect, it } from 'vitest';
import { importCollection } from '../../../src/import/collection.ts';
import { readAkomaNtoso } from '../../../src/import/akoma-ntoso.ts';
import { checkFolder } from '../../../src/library/check.ts';
import { readProvisions, renderText, FEATURES } from '../../../src/markdown/text.ts';

const temporary = mkdtempSync(join(tmpdir(), 'comity-akoma-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const FIXTURES = 'tests/fixtures/akoma-ntoso';
const file = (name: string) => ({ path: name, shown: name });
const read = (xml: string) => readAkomaNtoso(file('act.xml'), Buffer.from(xml));
const indigo = readFileSync(join(FIXTURES, 'indigo.xml'), 'utf8');
const british = readFileSync(join(FIXTURES, 'legislation-gov-uk.xml'), 'utf8');

describe('An act as Indigo writes it', () => {
  const { foreign, flaws } = read(indigo);

  it('keeps its work, language, version and title', () => {
    expect(foreign).toMatchObject({ work: 'xa/act/2010/8', language: 'eng', version: '2012-05-01', title: 'Sample Cooperation Act, 2010', data: { date: '2010-03-01' } });
  });
  it('has headings that give the eIds of the document, but for the capitals', () => {
    expect(readProvisions(foreign!.body).map(({ eid, label, heading }) => [eid, label, heading])).toEqual([
      ['chp_1', 'Chapter 1', 'General'],
      ['sec_1', 'Section 1', 'Terms'],
      ['sec_2a', 'Section 2A', 'Offence'],
      ['sec_3', 'Section 3', 'Repealed'],
      ['att_1', 'Schedule 1', 'Forms'],
    ]);
  });
  it('keeps its words, lists, tables, emphasis and notes', () => {
    const { html } = renderText(foreign!.body, { dropTitle: true });
    expect(html).toContain('Be it enacted, for the sake of *tests* &amp; readers:');
    expect(html).toContain('“group” means three <strong>persons</strong> or <em>more</em><sup>');
    expect(html).toContain('See the sample report.');
    expect(html).toMatch(/<li>\s*<p>\(b\) persons:<\/p>\s*<ul>\s*<li>\s*<p>\(i\) here;<\/p>/);
    expect(html).toContain('<p>at any time.</p>');
    expect(html).toContain('<p><strong>(1)</strong> Whoever takes part—</p>');
    expect(html).toContain('<td>first | second</td>');
    expect(html).toContain('1. A form with <a href="https://example.org/form">a link</a>.');
    expect(html).not.toContain('<ol>\n<li>\n<p>A form');
  });
  it('reports what a record cannot hold', () => expect(flaws).toMatchObject([{ name: 'PartNotImported', level: 'warning', place: { file: 'act.xml', line: 73 }, actual: '`<img>`' }]));
});

describe('An act as legislation.gov.uk writes it', () => {
  const { foreign, flaws } = read(british);

  it('gets an Akoma Ntoso path, and keeps its citation and address', () => {
    expect(foreign).toMatchObject({ work: 'gb/act/ukpga/1999/999', version: '2020-12-31', title: 'Sample Act 1999', data: { citation: '1999 c. 999', source: 'https://www.legislation.gov.uk/ukpga/1999/999/2020-12-31' } });
  });
  it('has parts, cross-headings, sections and schedules', () => {
    expect(readProvisions(foreign!.body).map(({ eid }) => eid)).toEqual(['part_i', 'hcontainer_requests', 'sec_1', 'att_1']);
  });
  it('reports annotations left out', () => expect(flaws).toMatchObject([{ name: 'PartNotImported', actual: '`<noteRef>`' }]));
});

describe('A folder of documents', () => {
  it('becomes a library without a flaw', () => {
    cpSync(FIXTURES, join(temporary, 'xml'), { recursive: true });
    const { written } = importCollection(join(temporary, 'xml'), join(temporary, 'out'), { retrieved: '2026-11-23' });
    expect(written).toBe(2);
    expect(checkFolder(join(temporary, 'out'), 'content').flaws).toEqual([]);
  });
});

describe('A document that is not as it should be', () => {
  it.each([
    ['', 'EmptyFile', '1:1'],
    ['<akomaNtoso><act></akomaNtoso>', 'MalformedXml', '1:31'],
    ['<akomaNtoso>\n&nbsp;</akomaNtoso>', 'MalformedXml', '2:7'],
    ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<akomaNtoso>&e;</akomaNtoso>', 'MalformedXml', '2:16'],
    [`${'<a>'.repeat(300)}`, 'MalformedXml', undefined],
    ['<html/>', 'UnexpectedFile', '1:8'],
    [indigo.replace('/akn/xa/act/2010/8"', 'urn:lex:xa"'), 'MissingKey', undefined],
    [indigo.replace('language="eng"', 'language="tlh"'), 'InvalidValue', undefined],
    [indigo.replace(/<FRBRalias.*\n/, ''), 'MissingKey', undefined],
  ])('%# is reported as %s', (xml, name, place) => {
    const { foreign, flaws } = read(xml);
    expect(foreign).toBeUndefined();
    expect(flaws[0]).toMatchObject({ name, level: 'error' });
    if (place) expect(`${flaws[0]!.place.line}:${flaws[0]!.place.column}`).toBe(place);
  });
});

describe('Any words of a document', () => {
  it('are read from the Markdown as they stood in the XML', () => {
    const word = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab1.*_`[]()<>#+-=!|~\\&;:"“ é文'), minLength: 1, maxLength: 12 }), fc.constantFrom('1. x', '- y', '# z', '> q', '[a](b)', '[^1]', '<b>', '&amp;', '***', '---', '===', '1)', '~~x~~', '| a |', '\\*', '![x](y)', '    code', '```'));
    const xmlOf = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.join(' ').replace(/\s+/g, ' ').trim();
        fc.pre(text !== '');
        const { foreign } = read(indigo.replace(/<preamble>[^]*<\/preamble>/, () => `<preamble><p>${xmlOf(text)}</p></preamble>`));
        const tree = markdownToMdast(foreign!.body, { features: FEATURES }) as Root;
        expect(tree.children[1]!.type).toBe('paragraph');
        expect(toString(tree.children[1])).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
