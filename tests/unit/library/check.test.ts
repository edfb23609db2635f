import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder, fixFolder } from '../../../src/library/check.ts';
import { readPart } from '../../../src/library/part.ts';
import { readLibrary } from '../../../src/library/read.ts';

const LIBRARY = 'tests/fixtures/library/content';
const ALPHA = 'laws/un/act/convention/unga/2000-01-01/alpha/eng.md';
const LAW = 'laws/xa/act/2010/8/eng.md';
const temporary = mkdtempSync(join(tmpdir(), 'comity-check-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let run = 0;
let folder: string;
beforeEach(() => {
  folder = join(temporary, String(++run));
  cpSync(LIBRARY, folder, { recursive: true });
});
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const edit = (path: string, change: (text: string) => string): void => writeFileSync(join(folder, path), change(read(path)));
const names = (asked?: (path: string) => boolean): string[] => checkFolder(folder, 'content', asked).flaws.map(({ name, place }) => `${place.file.split('/').slice(-2).join('/')}:${place.line} ${name}`);

describe('An editor checks one file', () => {
  it('hears of that file only', () => {
    edit(LAW, (text) => text.replace('alpha#art_2', 'alpha#art_22'));
    edit(ALPHA, (text) => `${text}\n[x](nowhere.pdf)\n`);
    expect(names((path) => path === LAW)).toEqual(['8/eng.md:20 UnknownProvision']);
    expect(names()).toHaveLength(2);
  });

  it('gets no false alarm about works that were not asked about', () => {
    for (const asked of ['laws/xa', 'laws/un', 'cases', 'crimes', 'states', 'manuals', 'reviews.yaml', 'redirects.yaml', 'ledger.txt', LAW]) expect(names((path) => path.startsWith(asked)), asked).toEqual([]);
  });

  it('hears of an alias that another work holds', () => {
    edit(LAW, (text) => text.replace('---\n', '---\nalias: "beta"\n'));
    expect(names((path) => path === LAW)).toEqual(['8/eng.md:2 DuplicateAlias']);
  });

  it('waits only for the works the file mentions', () => {
    const { library } = readPart(folder, 'content', (path) => path === LAW);
    expect([...library.laws.keys()]).toEqual(['un/act/convention/unga/2000-01-01/alpha', 'xa/act/2010/8']);
    expect(library.states.size).toBe(0);
  });
});

describe('Mending', () => {
  it('leaves a sound library untouched, to the minute of its files', () => {
    const then = new Date('2020-01-01');
    utimesSync(join(folder, LAW), then, then);
    expect(fixFolder(folder, 'content')).toEqual([]);
    expect(statSync(join(folder, LAW)).mtime).toEqual(then);
  });

  it('brings form in order and changes no meaning', () => {
    const before = readLibrary(folder, 'content').library.laws.get('xa/act/2010/8')!.data;
    const sound = read(LAW);
    edit(LAW, (text) => `\uFEFF${text.replace('title: "Organized Crime Act 2010"\nlanguage: "eng"\n', '# Why the language comes first.\nlanguage: "eng"\ntitle: "Organized Crime Act 2010"\n').trimEnd().replaceAll('\n', '\r\n')}`);
    expect(names()).toEqual(['8/eng.md:1 ByteOrderMark', '8/eng.md:1 CarriageReturn', '8/eng.md:11 KeyOrder', '8/eng.md:43 NoFinalLineEnd']);
    expect(fixFolder(folder, 'content')).toEqual([`content/${LAW}`]);
    expect(names()).toEqual([]);
    expect(read(LAW)).toBe(sound.replace('language: "eng"', '# Why the language comes first.\nlanguage: "eng"'));
    expect(readLibrary(folder, 'content').library.laws.get('xa/act/2010/8')!.data).toEqual(before);
  });

  it('moves keys with what belongs to them: lists, texts of several lines, comments', () => {
    edit(LAW, (text) => text.replace(/^---\n/, '---\nsummary: >-\n  A text: of several\n  # lines.\n\n  And more.\n'));
    const before = readLibrary(folder, 'content').library.laws.get('xa/act/2010/8')!.data;
    expect(before.summary).toBe('A text: of several # lines.\nAnd more.');
    fixFolder(folder, 'content');
    expect(readLibrary(folder, 'content').library.laws.get('xa/act/2010/8')!.data).toEqual(before);
    expect(names()).toEqual([]);
    expect(read(LAW).indexOf('summary:')).toBeGreaterThan(read(LAW).indexOf('language:'));
  });

  it('moves keys within other keys, in lists too, and leaves what is not sure', () => {
    const path = 'cases/xa/judgment/xahc/2015/7/eng.md';
    const data = () => readLibrary(folder, 'content').library.cases.get('xa/judgment/xahc/2015/7')!.data;
    const persons = ['persons:', '  - label: "defendant 1"', '    # Why the role comes late.', '    role: "defendant"', '    charges:', '      - verdict: "guilty"', '        charge: "a: b"', '  - label: >-', '      victim', '      count: 1', '    role: "victim"', '  - { label: "x", role: "victim" }'];
    edit(path, (text) => text.replace(/^persons:\n(?: .*\n)*/m, `${persons.join('\n')}\n`).replace(/^provenance:\n/m, 'provenance:\n  verified: false\n').replace(/^( {2}verified: .*\n)([\s\S]*?)^ {2}verified: .*\n/m, '$1$2'));
    expect(names()).toContain(`7/eng.md:${read(path).split('\n').indexOf('    role: "defendant"') + 1} KeyOrder`);
    const before = data();
    expect(before.persons![1]!.label).toBe('victim count: 1');
    expect(fixFolder(folder, 'content')).toEqual([`content/${path}`]);
    expect(data()).toEqual(before);
    const text = read(path);
    expect(text).toContain('      - charge: "a: b"\n        verdict: "guilty"\n');
    expect(text).toContain('  - role: "victim"\n    label: >-\n      victim\n      count: 1\n');
    expect(text).toMatch(/licence: .*\n {2}verified: false\n/);
    // A comment cannot stand after a hyphen: that item is left for a person.
    expect(text).toContain('  - label: "defendant 1"\n    # Why the role comes late.\n    role: "defendant"\n');
    expect(text).toContain('  - { label: "x", role: "victim" }\n');
    expect(names()).toEqual([expect.stringMatching(/^7\/eng\.md:\d+ KeyOrder$/)]);
  });

  it('does not touch what it cannot read', () => {
    const broken = '---\r\nlanguage: "eng\r\ntitle: x\r\n---\r\n';
    writeFileSync(join(folder, LAW), broken);
    writeFileSync(join(folder, ALPHA), Buffer.from([0xff, 0x0d, 0x0a]));
    fixFolder(folder, 'content');
    expect(read(LAW)).toBe(broken.replaceAll('\r\n', '\n'));
    expect([...readFileSync(join(folder, ALPHA))]).toEqual([0xff, 0x0d, 0x0a]);
  });
});
