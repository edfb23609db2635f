import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from '../../../src/library/check.ts';

const temporary = mkdtempSync(join(tmpdir(), 'comity-new-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let run = 0;
let folder: string;
beforeEach(() => {
  folder = join(temporary, String(++run));
  cpSync('tests/fixtures/library/content', folder, { recursive: true });
});

function make(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/new.ts', ...args, '--retrieved=2026-11-23'], { encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: folder }, input: '' });
  return { status, stdout, stderr };
}

describe('An editor begins a record', () => {
  it.each([
    ['law', ['--country=xa', '--date=2010-10-08', '--number=Ley 26.364', '--language=es', '--title=Ley: "de muestra"', '--source=https://example.org/ley'], 'laws/xa/act/2010-10-08/ley-26-364/spa.md'],
    ['law', ['--country=un', '--type=protocol', '--date=2001', '--title=Sample Protocol — Second', '--source=A book'], 'laws/un/act/protocol/2001/sample-protocol-second/eng.md'],
    ['law', ['--country=xb', '--language=zh', '--title=引渡法', '--text=full', '--source=x'], 'laws/xb/act/nn/引渡法/zho.md'],
    ['case', ['--country=xa', '--court=Sample High Court', '--court-code=xahc', '--date=2012-09', '--number=116', '--title=State v. Sample', '--crime=corruption', '--source=x'], 'cases/xa/judgment/xahc/2012-09/116/eng.md'],
    ['state', ['--code=ke', '--source=ISO 3166'], 'states/ke.md'],
    ['manual', ['--name=sample-two', '--year=2027', '--language=zh', '--title=引渡手册', '--summary=给中央机关的手册。', '--chapter=范围', '--chapter-name=scope', '--source=x'], 'manuals/int/doc/manual/2027/sample-two/zho/index.md'],
    ['crime', ['--crime=cybercrime', '--language=fr', '--title=Cybercriminalité', '--summary=Une phrase.', '--source=x'], 'crimes/cybercrime/fra.md'],
    ['network', ['--title=Sample Network of Prosecutors', '--summary=One sentence.', '--source=https://example.org/'], 'networks/sample-network-of-prosecutors/eng.md'],
    ['translation', ['--of=content/laws/xa/act/2010/8/eng.md', '--language=spa', '--title=Ley de muestra', '--source=x'], 'laws/xa/act/2010/8/spa.md'],
    ['translation', ['--of=cases/xa/judgment/xahc/2015/7/eng.md', '--language=fr', '--title=État c. X', '--source=x'], 'cases/xa/judgment/xahc/2015/7/fra.md'],
  ])('%s: it stands at its path, is without a flaw, and explains every key', (kind, flags, path) => {
    const { status, stdout } = make(kind, ...flags);
    expect(status).toBe(0);
    expect(stdout).toContain(path);
    expect(checkFolder(folder, 'content').flaws).toEqual([]);
    const lines = readFileSync(join(folder, path), 'utf8').split('\n---\n')[0]!.split('\n');
    const keys = lines.flatMap((line, index) => (/^(?:# )?[a-z_0-9]+:(?: |$)/.test(line) ? [index] : []));
    expect(keys.length).toBeGreaterThan(7);
    for (const index of keys) expect(lines[index - 1], `above “${lines[index]}”`).toMatch(/^## .*\.$/);
  });

  it('chapter: it takes the next number, and says where the manual must name it', () => {
    const { status, stdout } = make('chapter', '--manual=sample', '--title=Costs and channels', '--summary=Who pays.');
    expect(status).toBe(0);
    const folder_ = 'manuals/int/doc/manual/2026/sample/eng';
    expect(stdout).toContain(`${folder_}/02-costs-and-channels.mdx`);
    expect(stdout).toContain(`Name it in the list \`chapters\` of ${folder_}/index.md: add the line   - "02-costs-and-channels"`);
    const index = join(folder, folder_, 'index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('  - "01-one"\n', '  - "01-one"\n  - "02-costs-and-channels"\n'));
    expect(checkFolder(folder, 'content').flaws).toEqual([]);
  });

  it('never loses a record that is there', () => {
    const flags = ['state', '--code=xa', '--source=x'];
    const before = readFileSync(join(folder, 'states/xa.md'), 'utf8');
    expect(make(...flags)).toMatchObject({ status: 1, stderr: expect.stringContaining('is already there, and was left as it is') });
    expect(readFileSync(join(folder, 'states/xa.md'), 'utf8')).toBe(before);
  });

  it.each([
    [[], 'Usage: npm run new -- law|case|state'],
    [['statute'], 'Usage: npm run new -- law|case|state'],
    [['law', '--country=xa'], '--title is missing'],
    [['law', '--country=Kenya', '--title=x'], 'Unexpected --country=Kenya, expected a code in small letters'],
    [['law', '--country=xa', '--date=8.10.2010', '--title=x'], 'Unexpected --date=8.10.2010, expected a year, a month or a day'],
    [['law', '--country=xa', '--language=tlh', '--title=x'], 'Unexpected --language=tlh, expected one of eng'],
    [['law', '--county=xa'], "Unknown option '--county'"],
    [['chapter', '--manual=samples', '--title=x', '--summary=x'], 'Unexpected --manual=samples, expected one of sample'],
    [['manual', '--title=引渡手册', '--summary=x', '--chapter=x', '--source=x'], 'give a --name of small Latin letters'],
    [['translation', '--of=laws/xa/act/1/eng.md', '--language=fra', '--title=x', '--source=x'], 'expected the file of a law or case'],
    [['translation', '--of=laws/xa/act/2010/8/eng.md', '--title=x', '--source=x'], 'expected another language'],
  ])('is told what is missing or wrong: %j', (flags, message) => {
    const { status, stderr } = make(...flags);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, 'laws/xa/act/nn'))).toBe(false);
  });
});
