import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../../src/library/read.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const LAW = '---\ntype_document: "convention"\njurisdiction: "un"\nalias: "untoc"\ntitle: "Organized Crime Convention"\nlanguage: "eng"\ntext: "summary"\nstatus: "in_force"\nis_about: ["organized_crime"]\nlanguages: ["eng"]\nprovenance: {source: ["x"], retrieved: "2026-11-23", licence: "CC-BY-4.0", verified: true}\n---\n\n## Article 16. Extradition\n\n## Article 18. Mutual legal assistance\n';
const INDEX = '---\ntitle: "A manual"\nlanguage: "eng"\ntype_document: "manual"\npublisher: "Comity"\nsummary: "What it is for."\nchapters: ["01-first", "02-second"]\ncomplete: true\nprovenance: {source: ["x"], retrieved: "2026-11-23", licence: "CC-BY-4.0", verified: true}\n---\n';
const chapter = (number: number, text: string): string => `---\ntitle: "Chapter ${number}"\nnumber: ${number}\n---\n\n${text}\n`;

/** A small library with one convention and one manual. */
function library(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'comity-manuals-'));
  folders.push(root);
  const manual = 'manuals/int/doc/manual/2026/a-manual/eng';
  const all: Record<string, string> = {
    'laws/un/act/convention/unga/2000-11-15/untoc/eng.md': LAW,
    [`${manual}/index.md`]: INDEX,
    [`${manual}/01-first.mdx`]: chapter(1, 'See <Article id="untoc#art_18" para="15" /> and <Para to="c2-x" />.'),
    [`${manual}/02-second.mdx`]: chapter(2, '<Anchor id="c2-x" />\n\nText.'),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`${manual}/${name}`, text])),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return readLibrary(root, 'content');
}
const flawsOf = (files: Record<string, string>): string[] => library(files).flaws.filter(({ place }) => place.file.includes('manuals/')).map(({ name, place, suggestion }) => `${place.file.split('/').at(-1)}:${place.line}:${place.column} ${name}${suggestion ? ` → ${suggestion}` : ''}`);

describe('the manuals of a library', () => {
  test('are read with their chapters in the order of the index, and paragraphs are found across chapters', () => {
    const { library: read, flaws } = library({});
    expect(flaws.filter(({ level }) => level === 'error')).toEqual([]);
    const [expression] = read.manuals.get('a-manual')!.expressions;
    expect(expression!.chapters.map(({ slug, number }) => [slug, number])).toEqual([['first', 1], ['second', 2]]);
    expect(expression!.anchors.get('c2-x')).toEqual({ chapter: 'second', number: '2.1', id: 'para_2-1' });
  });

  test.each([
    ['a convention that is not there', 'See <Article id="untok#art_18" />.', '01-first.mdx:6:5 UnknownWork → untoc'],
    ['an article the convention does not have', 'See <Article id="untoc#art_99" />.', '01-first.mdx:6:5 UnknownProvision → art_16'],
    ['a law that is not there', 'See <Law id="ke/act/2010/8" />.', '01-first.mdx:6:5 UnknownWork'],
    ['a case that is not there', 'See <Case id="ke/judgment/kesc/2010/8" />.', '01-first.mdx:6:5 UnknownWork'],
    ['a case of an example', '<Example case="ke/judgment/kesc/2010/8" title="x">\n\nText.\n\n</Example>', '01-first.mdx:6:1 UnknownWork'],
    ['a paragraph that is not there', 'See <Para to="c2-y" />.', '01-first.mdx:6:5 UnknownAnchor → c2-x'],
    ['a reference within a footnote', 'See.[^1]\n\n[^1]: In <Article id="untoc#art_99" />.', '01-first.mdx:8:10 UnknownProvision → art_16'],
  ])('may not refer to %s', (_, text, flaw) => {
    expect(flawsOf({ '01-first.mdx': chapter(1, text) }).some((found) => found.startsWith(flaw))).toBe(true);
  });

  test('list the chapters they have, and have those they list', () => {
    expect(flawsOf({ '03-third.mdx': chapter(3, 'Text.') })).toEqual(['03-third.mdx:1:1 UnknownChapter']);
    expect(flawsOf({ 'index.md': INDEX.replace('"02-second"', '"02-second", "04-fourth"') })).toEqual(['index.md:7:37 UnknownChapter']);
  });

  test('number a chapter as its file is named', () => {
    expect(flawsOf({ '02-second.mdx': chapter(5, '<Anchor id="c2-x" />\n\nText.') })).toEqual(['02-second.mdx:3:9 IdentifierMismatch']);
  });

  test('hold nothing but chapters', () => {
    expect(flawsOf({ 'notes.txt': 'x' })).toEqual(['notes.txt:1:1 UnexpectedFile']);
  });
});
