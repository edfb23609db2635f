import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isoToTag } from '../../src/domain/language.ts';
import { readLedger } from '../../src/library/ledger.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A copy of the project with a small whole library, the sample authorities and one more restricted record, so that a build may fail without harm. */
const project = mkdtempSync(join(tmpdir(), 'comity-project-'));
const SECRET = 'Sample authority: ring the duty officer of the third desk before sending anything to the registry on a Friday.';

function build(environment: Record<string, string> = {}): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: project,
    env: { ...process.env, COMITY_CONTENT: 'content', COMITY_OUT: 'dist', COMITY_BASE: '', COMITY_SITE: '', COMITY_SKIP: 'pdf', ...environment },
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Digest of every file below a folder, by path. */
function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

beforeAll(() => {
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(resolve(name), join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  cpSync(resolve('tests/fixtures/library/content'), join(project, 'content'), { recursive: true });
  mkdirSync(join(project, 'restricted/authorities/xq'), { recursive: true });
  cpSync(resolve('restricted'), join(project, 'restricted'), { recursive: true });
  writeFileSync(join(project, 'restricted/authorities/xq/desk.md'), `---\nname: "Sample Desk of Xq"\nremarks: "${SECRET}"\n---\n\n${SECRET}\n`);
  const made = spawnSync(process.execPath, ['scripts/fingerprint.ts', 'restricted/authorities'], { cwd: project, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('A build of a small library', { timeout: 240_000 }, () => {
  let first: Record<string, string>;

  it('publishes its pages, and the same bytes again from the same records, with and without the restricted folder', () => {
    const { status, output } = build();
    expect(status, output).toBe(0);
    first = digests(join(project, 'dist'));
    expect(Object.keys(first)).toEqual(expect.arrayContaining(['404.html', 'index.html', 'en/index.html', 'ar/laws/index.html']));
    expect(Object.keys(first).filter((path) => /cms|config\.yml/i.test(path)), 'the visual editor is an edition of its own').toEqual([]);
    expect(Object.keys(first).filter((path) => path.startsWith('search-index/')).length).toBeGreaterThan(0);
    rmSync(join(project, 'restricted'), { recursive: true });
    expect(build().status).toBe(0);
    expect(digests(join(project, 'dist'))).toEqual(first);
  });

  it('answers every address of the ledger, or leads on from it, without a script', () => {
    const html = (path: string): string => readFileSync(join(project, 'dist', path, 'index.html'), 'utf8');
    const whole = html('en/laws/xa/act/2009/8');
    expect(whole).toContain('<meta http-equiv="refresh" content="0; url=/en/laws/xa/act/2010/8/">');
    expect(whole).toContain('<link rel="canonical" href="/en/laws/xa/act/2010/8/">');
    expect(whole).toMatch(/<a id="moved-to" href="\/en\/laws\/xa\/act\/2010\/8\/">Organized Crime Act 2010<\/a>/);
    expect(whole).toContain('<li id="sec_5">5: <a href="/en/laws/xa/act/2010/8/#sec_2a">');
    expect(html('en/laws/xa/act/2009/8/@2009-05-01')).toContain('url=/en/laws/xa/act/2010/8/"');
    expect(html('zh/states/xz')).toContain('url=/zh/states/xa/"');
    expect(html('en/manuals/sample/zero')).toContain('url=/en/manuals/sample/one/"');
    expect(html('fr/laws/un/act/convention/unga/2000-01-01/alpha/art_33')).toContain('url=/fr/laws/un/act/convention/unga/2000-01-01/alpha/art_3/"');
    const gone = html('en/cases/xa/judgment/xahc/2015/6');
    expect(gone).toContain('The court withdrew its publication.');
    expect(gone).not.toContain('http-equiv="refresh"');
    for (const language of ['en', 'fr']) {
      const law = html(`${language}/laws/xa/act/2010/8`);
      expect(law).toMatch(/<span id="sec_90"><\/span><h\d id="sec_2a"/);
      expect(law).toMatch(/<li id="sec_91">91: <a href="\/\w\w\/laws\/un\/act\/convention\/unga\/2000-01-01\/alpha\/art_1\/">/);
      expect(law).toContain('<li id="sec_92">92: ');
    }
    const { ledger } = readLedger(readFileSync(join(project, 'content/ledger.txt'), 'utf8'), 'ledger.txt');
    for (const [path, { expressions, eids }] of ledger) {
      const pages = expressions.size > 0 ? [...expressions].map((each) => [isoToTag(each.split('@')[0]!), path, ...(each.includes('@') ? [`@${each.split('@')[1]!}`] : [])].join('/')) : ['en', 'fr', 'es', 'ru', 'ar', 'zh'].map((tag) => `${tag}/${path.replace('conventions/', 'coverage/')}`);
      const texts = pages.map(html);
      if (path.startsWith('laws/')) for (const eid of eids) expect(texts.some((text) => text.includes(` id="${eid}"`) || text.includes('http-equiv="refresh"')), `${path}#${eid}`).toBe(true);
    }
  });

  it('says every mistake with its line, publishes nothing, and leaves the last good site as it was', () => {
    const law = join(project, 'content/laws/xa/act/2010/8/eng.md');
    const good = readFileSync(law, 'utf8');
    writeFileSync(law, good.replace(/^status: .*$/m, 'status: "in_forse"').replace(/^title: /m, 'titel: '));
    mkdirSync(join(project, 'content/laws/xa/act/2011/1'), { recursive: true });
    writeFileSync(join(project, 'content/laws/xa/act/2011/1/eng.md'), '---js\nthrow new Error("never run")\n---\n');
    const { status, output } = build();
    expect(status).toBe(1);
    expect(output).toMatch(/content\/laws\/xa\/act\/2010\/8\/eng\.md:\d+:\d+ {2}error {2}InvalidValue/);
    expect(output).toMatch(/content\/laws\/xa\/act\/2010\/8\/eng\.md:\d+:\d+ {2}error {2}UnknownKey/);
    expect(output).toContain('in_force');
    expect(output).toContain('content/laws/xa/act/2011/1/eng.md:1:1  error  ExecutableFrontMatter');
    expect(output).toContain('Did you mean `title`?');
    expect(output).toContain('is as it was');
    expect(digests(join(project, 'dist'))).toEqual(first);
    writeFileSync(law, good);
    rmSync(join(project, 'content/laws/xa/act/2011'), { recursive: true });
  });

  it('refuses to publish a restricted sentence, says where it is, and leaves nothing standing', () => {
    appendFileSync(join(project, 'content/laws/xa/act/2010/8/eng.md'), `\n${SECRET.toUpperCase()}\n`);
    const { status, output } = build();
    expect(status).toBe(1);
    expect(output).toContain('RestrictedText');
    expect(output).toContain('xa/act/2010/8');
    expect(output.toLowerCase()).not.toContain('third desk');
    expect(existsSync(join(project, 'dist'))).toBe(false);
  });

  it('never removes a folder that is no build of its own', () => {
    mkdirSync(join(project, 'letters'));
    writeFileSync(join(project, 'letters/one.txt'), 'keep me');
    expect(build({ COMITY_OUT: 'letters' }).status).toBe(1);
    expect(readFileSync(join(project, 'letters/one.txt'), 'utf8')).toBe('keep me');
  });
});
