import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FLAWS, type FlawName } from '../../../src/flaws/catalogue.ts';
import { report } from '../../../src/flaws/report.ts';
import { checkFolder } from '../../../src/library/check.ts';

const FIXTURES = 'tests/fixtures/flawed';
const LAW = 'laws/xa/act/2010/8/eng.md';
const SOUND = readFileSync('tests/fixtures/flawed/NoFinalLineEnd/content/laws/xa/act/2010/8/eng.md', 'utf8') + '\n';

/** Flaws that git or an editor's computer could not carry as files: made when the test runs, each with what must be found. */
const MADE: Partial<Record<FlawName, { make: (folder: string) => void; expected: string[] }>> = {
  NotUtf8: {
    make: (folder) => put(folder, LAW, Buffer.concat([Buffer.from(SOUND), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])])),
    expected: [`${LAW}:20:4 error NotUtf8`],
  },
  ByteOrderMark: { make: (folder) => put(folder, LAW, `\uFEFF${SOUND}`), expected: [`${LAW}:1:1 warning ByteOrderMark`] },
  CarriageReturn: { make: (folder) => put(folder, LAW, SOUND.replaceAll('\n', '\r\n')), expected: [`${LAW}:1:4 warning CarriageReturn`] },
  NotARegularFile: {
    make: (folder) => {
      put(folder, LAW, SOUND);
      symlinkSync('/etc/hostname', join(folder, 'laws/xa/act/2010/8/fra.md'));
      symlinkSync('..', join(folder, 'laws/up'));
    },
    expected: ['laws/up:1:1 error NotARegularFile', 'laws/xa/act/2010/8/fra.md:1:1 error NotARegularFile'],
  },
  DuplicateIdentifier: {
    make: (folder) => {
      put(folder, LAW, SOUND);
      put(folder, LAW.replace('eng', 'ENG'), SOUND);
    },
    expected: ['laws/xa/act/2010/8/ENG.md:1:1 error UnexpectedFile', `${LAW}:1:1 error DuplicateIdentifier`],
  },
  VeryLargeText: {
    make: (folder) => put(folder, LAW, `${SOUND}\n${'A long law goes on and on. '.repeat(80_000)}\n`),
    expected: [`${LAW}:16:1 warning VeryLargeText`],
  },
};

/** Flaws of other commands, with the test that finds them by name. */
const ELSEWHERE: Partial<Record<FlawName, string>> = {
  KeyNotImported: 'tests/unit/import/import.test.ts',
  FileInTheWay: 'tests/unit/import/import.test.ts',
  MalformedXml: 'tests/unit/import/akoma-ntoso.test.ts',
  PartNotImported: 'tests/unit/import/akoma-ntoso.test.ts',
  UnreadableDocument: 'tests/unit/import/docx.test.ts',
  RestrictedText: 'tests/unit/gate',
  RestrictedPath: 'tests/unit/gate',
  UnknownFileType: 'tests/unit/gate',
};

const temporary = mkdtempSync(join(tmpdir(), 'comity-flaws-'));
afterAll(() => rmSync(temporary, { recursive: true }));

function put(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** The day of the fixtures: the age of a record is counted from it. */
const TODAY = '2026-11-23';

/** Every flaw of a folder as `path:line:column level Name`. */
function found(folder: string): string[] {
  return checkFolder(folder, 'content', undefined, TODAY).flaws.map(({ name, level, place }) => `${place.file.replace(/^content\//, '')}:${place.line}:${place.column} ${level} ${name}`);
}

describe('Every flaw of the catalogue', () => {
  it.each(Object.keys(FLAWS) as FlawName[])('%s is found by name, with its file, line and column', (name) => {
    const made = MADE[name];
    if (made) {
      const folder = join(temporary, name);
      made.make(folder);
      expect(found(folder)).toEqual(made.expected);
      return;
    }
    const elsewhere = ELSEWHERE[name];
    if (elsewhere) {
      const files = elsewhere.endsWith('.ts') ? [elsewhere] : readdirSync(elsewhere).map((file) => join(elsewhere, file));
      expect(files.some((file) => readFileSync(file, 'utf8').includes(name)), `${elsewhere} names ${name}`).toBe(true);
      return;
    }
    const expected = readFileSync(join(FIXTURES, name, 'expected.txt'), 'utf8').trim().split('\n');
    expect(found(join(FIXTURES, name, 'content'))).toEqual(expected);
    expect(expected.some((line) => line.endsWith(` ${name}`)), `the fixture shows ${name}`).toBe(true);
  });

  it('has no fixture left over from a name that is no more', () => {
    expect(readdirSync(FIXTURES).filter((name) => !(name in FLAWS))).toEqual([]);
  });

  it('says in full sentences what is wrong and what to do', () => {
    for (const [name, { title, explanation, remedy }] of Object.entries(FLAWS)) {
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      expect(title).not.toMatch(/[.!]$/);
      expect(explanation).toMatch(/\.$/);
      expect(remedy).toMatch(/[.}]$/);
      expect(`${title}${explanation}${remedy}`).not.toMatch(/!|[Ee]rror:/);
    }
  });
});

describe('A folder with many mistakes', () => {
  it('is reported in one run, in order of file, line and column', () => {
    const folder = join(temporary, 'together');
    const names = ['MalformedYaml', 'UnknownKey', 'InvalidDate', 'ExecutableFrontMatter', 'EmptyFile'];
    names.forEach((name, index) => put(folder, `laws/xa/act/2010/${index + 20}/eng.md`, readFileSync(join(FIXTURES, name, 'content', LAW))));
    const lines = found(folder);
    for (const name of names) expect(lines.join('\n')).toContain(` ${name}`);
    expect(lines).toEqual([...lines].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  });

  it('is told to people, to GitHub and to programs', () => {
    const { flaws } = checkFolder(join(FIXTURES, 'InvalidValue/content'), 'content');
    expect(report(flaws, 'terminal')).toContain(`content/${LAW}:4:9  error  InvalidValue\n  A value the schema does not accept.\n  Found \`status: in_forse\`, expected one of`);
    expect(report(flaws, 'terminal')).toContain('Did you mean `in_force`?');
    expect(report(flaws, 'github')).toContain(`::error file=content/${LAW},line=4,col=9,title=A value the schema does not accept::Found`);
    expect(JSON.parse(report(flaws, 'json'))[0]).toMatchObject({ name: 'InvalidValue', level: 'error', place: { file: `content/${LAW}`, line: 4, column: 9 }, suggestion: 'in_force' });
  });
});
