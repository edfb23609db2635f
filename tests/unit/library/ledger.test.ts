import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/domain/address.ts';
import { checkFolder } from '../../../src/library/check.ts';
import { readLedger, writeLedger } from '../../../src/library/ledger.ts';
import { destinationOf } from '../../../src/library/redirects.ts';

const temporary = mkdtempSync(join(tmpdir(), 'comity-ledger-'));
afterAll(() => rmSync(temporary, { recursive: true }));

let run = 0;
let folder: string;
beforeEach(() => {
  folder = join(temporary, String(++run));
  cpSync('tests/fixtures/library/content', folder, { recursive: true });
});
const ledgerText = (): string => readFileSync(join(folder, 'ledger.txt'), 'utf8');
function enter(...flags: string[]) {
  return spawnSync(process.execPath, ['scripts/ledger.ts', ...flags], { encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: folder } });
}
const found = (asked?: (path: string) => boolean): string[] => checkFolder(folder, 'content', asked).flaws.map(({ name, place, actual }) => `${place.file}:${place.line} ${name} ${actual.replace(/`([^`]*)`.*/, '$1')}`);
const lineOf = (address: string): number => ledgerText().split('\n').findIndex((line) => line.split('\t')[0] === address) + 1;

describe('The ledger', () => {
  it('of the library itself can be read, and is as the program writes it', () => {
    const text = readFileSync('content/ledger.txt', 'utf8');
    const { ledger, flaws } = readLedger(text, 'content/ledger.txt');
    expect(flaws).toEqual([]);
    expect(writeLedger(ledger)).toBe(text);
    expect(text.length / ledger.size).toBeLessThan(80);
  });

  it('draws numbers together and takes them apart again', () => {
    const rows = 'laws/xa/act/2010/8\teng fra eng@2010-06-01\tsec_2 sec_1 sec_3 sec_10 sec_11 sec_5a att_1__art_3 att_1__art_1 att_1__art_2 sec_01 art_3-4 att\n';
    const text = writeLedger(readLedger(rows, 'x').ledger);
    expect(text.split('\n')[1]).toBe('laws/xa/act/2010/8\teng eng@2010-06-01 fra\tart_3-4 att att_1__art_1..3 sec_1..3 sec_10 sec_11 sec_01 sec_5a');
    expect(writeLedger(readLedger(text, 'x').ledger)).toBe(text);
  });

  it('gets what is new, once, and keeps what is no more', () => {
    expect(enter('--check').status).toBe(0);
    const law = join(folder, 'laws/xa/act/2010/8');
    writeFileSync(join(law, 'eng.md'), `${readFileSync(join(law, 'eng.md'), 'utf8')}\n## Section 7. New\n\nText.\n`);
    expect(enter('--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('1 addresses are not in') });
    expect(enter().stdout).toMatch(/^ledger: 1 addresses entered/);
    expect(ledgerText()).toContain('sec_7 ');
    rmSync(join(folder, 'states/xb.md'));
    expect(enter().stdout).toMatch(/^ledger: 0 addresses entered/);
    expect(ledgerText()).toContain('states/xb\n');
  });
});

describe('An address that was published', () => {
  it('is missed when its record is moved, with the line of the ledger and the address that is near', () => {
    renameSync(join(folder, 'laws/xa/act/2010/8'), join(folder, 'laws/xa/act/2010/9'));
    const { flaws } = checkFolder(folder, 'content');
    const missed = flaws.find(({ name }) => name === 'VanishedAddress')!;
    expect(missed).toMatchObject({ place: { file: 'content/ledger.txt', line: lineOf('laws/xa/act/2010/8') }, suggestion: 'laws/xa/act/2010/9' });
    expect(missed.expected).toContain('an entry `from: "laws/xa/act/2010/8"` in redirects.yaml');
  });

  it('is missed by who checks that file alone', () => {
    const law = join(folder, 'laws/xa/act/2010/8/eng.md');
    rmSync(join(folder, 'laws/xa/act/2010/8/fra.md'));
    expect(found((path) => path.startsWith('laws/xa/act/2010/8'))).toEqual([`content/ledger.txt:${lineOf('laws/xa/act/2010/8')} VanishedAddress laws/xa/act/2010/8/fra`]);
    expect(found((path) => path.startsWith('cases'))).toEqual([]);
    writeFileSync(law, readFileSync(law, 'utf8').replace(/^type_document.*\n/m, ''));
    expect(found().some((line) => line.includes('VanishedAddress laws/xa/act/2010/8#')), 'a record with an error is there all the same').toBe(false);
  });

  it('is missed when a provision gets another number', () => {
    for (const name of ['eng.md', 'fra.md', 'eng@2010-06-01.md', 'eng@2012-05-01.md']) {
      const path = join(folder, 'laws/xa/act/2010/8', name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^(#+ (?:Section|Article|s\.|§) ?)1\b/gm, '$19'));
    }
    expect(found()).toContain(`content/ledger.txt:${lineOf('laws/xa/act/2010/8')} VanishedAddress laws/xa/act/2010/8#sec_1`);
  });

  it('is followed through every move, and never in a circle', () => {
    const list = (...pairs: [string, string][]) => pairs.map(([from, to]) => ({ from, to }));
    const moves = list(['laws/xa/act/2001/1', 'laws/xa/act/2001/2#sec_4'], ['laws/xa/act/2001/2', 'laws/xa/act/2001/3'], ['laws/xa/act/2001/3', 'laws/xa/act/2001/5']);
    expect(destinationOf(moves, moves[0]!)).toEqual({ to: { path: 'laws/xa/act/2001/5', eid: 'sec_4' } });
    const circle = list(['states/xa', 'states/xb'], ['states/xb', 'states/xa']);
    expect(destinationOf(circle, circle[0]!)).toBeUndefined();
  });

  it.each([
    ['laws/ke/act/2010/8/fra#sec_5', { path: 'laws/ke/act/2010/8', expression: 'fra', eid: 'sec_5' }],
    ['laws/ke/act/2010/8/eng@2012-05-01', { path: 'laws/ke/act/2010/8', expression: 'eng@2012-05-01' }],
    ['manuals/mla/scope/fra', { path: 'manuals/mla/scope', expression: 'fra' }],
    ['states/ke', { path: 'states/ke' }],
    ['laws/ke', undefined],
    ['laws/ke/act/2010/8#', undefined],
    ['../../etc/passwd', undefined],
    ['https://example.org/', undefined],
  ])('is written %s', (text, address) => expect(parseAddress(text)).toEqual(address));
});
