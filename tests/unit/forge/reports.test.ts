import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparePages, reportHtml, reportWords } from '../../../scripts/page-diff/compare.ts';

describe('pages before and after', () => {
  const before = new Map([['en/', '<link href="/assets/base.AbCd1234.css">One'], ['en/a/', 'A'], ['en/b/', 'B']]);
  const after = new Map([['en/', '<link href="/assets/base.XyZz9876.css">One'], ['en/a/', 'A changed'], ['en/c/', 'C']]);

  it('are told apart by what they say, not by the names of style sheets', () => {
    expect(comparePages(before, after)).toEqual({ added: ['en/c/'], removed: ['en/b/'], changed: ['en/a/'], same: 1 });
  });

  it('are listed for the reviewer, removed ones first', () => {
    const words = reportWords(comparePages(before, after));
    expect(words).toContain('1 added, 1 removed, 1 changed, 1 the same');
    expect(words.indexOf('/en/b/')).toBeLessThan(words.indexOf('/en/c/'));
    const html = reportHtml(comparePages(before, after), [{ address: 'en/a/', before: '1-before.png', after: '1-after.png', difference: '1-difference.png', pixels: 7 }]);
    expect(html).toContain('7 pixels differ');
  });
});

describe('external links', () => {
  it('that are gone or moved are reported with their places, and fail nothing', async () => {
    const server = createServer((request, response) => {
      const path = request.url!;
      if (path === '/gone') response.writeHead(404).end();
      else if (path === '/moved') response.writeHead(301, { location: '/new' }).end();
      else if (path === '/closed') response.writeHead(403).end();
      else response.writeHead(200).end('x');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const folder = mkdtempSync(join(tmpdir(), 'comity-links-'));
    mkdirSync(join(folder, 'laws'));
    const at = (path: string): string => `http://127.0.0.1:${port}/${path}`;
    writeFileSync(join(folder, 'laws', 'x.md'), `See [the text](${at('gone')}), (${at('well_(1)')}).\n\n${at('moved')}; ${at('closed')}\n`);
    const { code, words } = await new Promise<{ code: number | null; words: string }>((done) => {
      const child = spawn(process.execPath, ['scripts/external-links.ts', '--pause=0'], { env: { ...process.env, COMITY_CONTENT: folder, GITHUB_STEP_SUMMARY: '' } });
      let words = '';
      child.stdout.on('data', (data: Buffer) => (words += data.toString()));
      child.on('close', (code) => done({ code, words }));
    });
    server.close();
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(words).toContain('4 addresses, 1 answer.');
    expect(words).toContain(`<${at('gone')}> (404): ${folder}/laws/x.md:1`);
    expect(words).toContain(`<${at('moved')}> (leads to ${at('new')}): ${folder}/laws/x.md:3`);
    expect(words).toContain(`<${at('closed')}> (403)`);
  });
});
