import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedOutput } from '../../scripts/directory/output.ts';
import { signedBytes, toBase64Url } from '../../src/restricted/canonical.ts';
import { CHANGE_FORMAT, KEY_FORMAT } from '../../src/restricted/change-format.ts';
import { readDirectory } from '../../src/restricted/directory.ts';
import { fingerprintOf, keysPath } from '../../src/restricted/keys.ts';
import { POLICY } from '../../src/restricted/pages/frame.ts';
import { wordsOf } from '../../src/restricted/words/all.ts';

const place = mkdtempSync(join(tmpdir(), 'comity-directory-'));
const output = join(place, 'edition');
const { entries } = readDirectory('restricted', 'restricted');
const PASSWORD = 'a long sample password';

beforeAll(() => expect(directory(['--out', output], { COMITY_SITE: 'https://library.example' })).toMatchObject({ status: 0 }), 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

function directory(args: readonly string[], environment: Record<string, string> = {}): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/directory.ts', ...args], { encoding: 'utf8', env: { ...process.env, COMITY_SITE: '', COMITY_BASE: '', COMITY_OUT: '', COMITY_STAGE: '', COMITY_RESTRICTED: 'restricted', ...environment } });
  return { status, output: `${stdout}${stderr}` };
}
const files = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
const read = (path: string): string => readFileSync(join(output, path), 'utf8');
const pages = (): string[] => files(output).filter((path) => path.endsWith('.html'));

describe('the edition', { timeout: 120_000 }, () => {
  it('has a page for every authority, to read and to edit, for every State, and for every kind of request that a State receives', () => {
    for (const { data } of entries.values()) {
      for (const path of [`authorities/${data.id}`, `edit/${data.id}`, `states/${data.country}`, ...(data.procedure ?? []).map(({ function: name }) => `states/${data.country}/${name.replaceAll('_', '-')}`)]) expect(existsSync(join(output, path, 'index.html')), path).toBe(true);
    }
  });

  it('carries a banner, noindex and a strict policy on every page, and nothing inline that the policy would stop', () => {
    expect(POLICY).not.toMatch(/unsafe|\*|https?:/);
    for (const path of pages()) {
      const page = read(path);
      expect(page).toContain(`http-equiv="Content-Security-Policy" content="${POLICY}"`);
      expect(page).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
      const words = wordsOf(/^(?:fr|es|ru|ar|zh)(?=\/)/.exec(path)?.[0] as 'fr' | undefined ?? 'en');
      expect(page, path).toContain(`<strong>${words.t('restricted')}.</strong> ${words.t('banner')} <span class="sample">${words.t('bannerSample')}</span>`);
      expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<script(?![^>]*(?:src=|type="application\/json"))|javascript:/);
    }
    expect(read('robots.txt')).toContain('Disallow: /');
  });

  it('loads nothing from another host', () => {
    for (const path of pages()) for (const [, address] of read(path).matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"/g)) expect(address).toMatch(/^(?:\.\.\/)*assets\/|^assets\//);
    for (const path of files(output).filter((name) => name.endsWith('.css'))) expect(read(path)).not.toMatch(/url\(["']?https?:|@import/);
  });

  it('is packed by language for those who take it along, without the pages for editing', () => {
    for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh']) {
      const pack = JSON.parse(gunzipSync(readFileSync(join(output, `packs/${language}.bin`))).toString()) as Record<string, string>;
      const folder = language === 'en' ? '' : `${language}/`;
      const own = files(output).filter((path) => /(?:\.html|search\.json)$/.test(path) && (language === 'en' ? !/^(?:fr|es|ru|ar|zh)\//.test(path) : path.startsWith(folder)) && !path.startsWith(`${folder}edit/`));
      expect(Object.keys(pack).sort()).toEqual(own);
      for (const path of own) expect(pack[path]).toBe(read(path));
    }
  });

  it('leads nowhere that is not there', () => {
    for (const path of pages()) {
      for (const [, address] of read(path).matchAll(/href="([^"#]*)[^"]*"/g)) {
        if (address === '' || /^(?:https?|tel|mailto):/.test(address!)) continue;
        const target = join(path, '..', address!);
        expect(existsSync(join(output, target.endsWith('/') || !/\.\w+$/.test(target) ? join(target, 'index.html') : target)), `${path} → ${address}`).toBe(true);
      }
    }
  });

  it('shows everything of a record that authorities may read, and nothing that is the Secretariat’s alone', () => {
    const all = files(output).filter((path) => /\.(?:html|json)$/.test(path)).map(read).join('\n');
    for (const { data } of entries.values()) {
      const page = read(`authorities/${data.id}/index.html`);
      const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      for (const shown of [data.identity.name_official, ...(data.contact.phones ?? []).map(({ number }) => number), ...(data.contact.emails ?? []).map(({ address }) => address), data.urgency.urgent_procedure, ...data.contact.postal_address.lines, ...(data.procedure ?? []).flatMap(({ conditions }) => conditions.mandatory_refusals ?? []), data.confirmed_by]) expect(page).toContain(text(shown));
      expect(all).not.toContain(data.reviewer!);
    }
  });

  it('links to the provisions and laws of the public library, and names them without a library too', () => {
    expect(read('states/xa/extradition/index.html')).toMatch(/href="https:\/\/library\.example\/en\/laws\/un\/act\/convention\/[^"]+#art_\d+"/);
    expect(directory(['--out', join(place, 'alone')])).toMatchObject({ status: 0 });
    expect(readFileSync(join(place, 'alone/states/xa/extradition/index.html'), 'utf8')).not.toContain('https://library.example');
  });

  it('is the same from the same records, and says so with a checksum for every file', () => {
    const { files: sums } = JSON.parse(read('checksums.json')) as { files: Record<string, string> };
    expect(Object.keys(sums)).toEqual(files(output).filter((path) => path !== 'checksums.json'));
    for (const [path, sum] of Object.entries(sums)) expect(createHash('sha256').update(readFileSync(join(output, path))).digest('hex'), path).toBe(sum);
    const before = read('checksums.json');
    expect(directory(['--out', output], { COMITY_SITE: 'https://library.example' })).toMatchObject({ status: 0 });
    expect(read('checksums.json')).toBe(before);
  });
});

describe('the edition is never written', () => {
  const project = mkdtempSync(join(tmpdir(), 'comity-output-'));
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const at = (folder: string, environment: Record<string, string> = {}): string => allowedOutput(folder, project, environment);

  it('into the public output, into anything that holds it, or through a link to it', () => {
    mkdirSync(join(project, 'dist'));
    writeFileSync(join(project, 'dist/404.html'), '');
    symlinkSync(join(project, 'dist'), join(project, 'dist-restricted'));
    for (const folder of ['dist', 'dist/directory', 'dist/../dist', 'dist-restricted', '.']) expect(() => at(join(project, folder)), folder).toThrow('is not written to');
    rmSync(join(project, 'dist-restricted'));
    expect(() => at(dirnameOf(project))).toThrow('is not written to');
    const site = join(place, 'public-site');
    expect(() => at(site, { COMITY_OUT: site })).toThrow('COMITY_OUT');
    expect(() => at(join(site, 'x'), { COMITY_STAGE: site })).toThrow('COMITY_STAGE');
  });
  it('into folders that are published or committed, or below a public site elsewhere', () => {
    for (const folder of ['public/directory', 'content', 'src/x', 'docs']) expect(() => at(join(project, folder)), folder).toThrow('lies inside this project');
    mkdirSync(join(place, 'www/en'), { recursive: true });
    writeFileSync(join(place, 'www/404.html'), '');
    expect(() => at(join(place, 'www/en/directory'))).toThrow('public site');
  });
  it('over somebody’s files', () => {
    mkdirSync(join(place, 'letters'));
    writeFileSync(join(place, 'letters/one.txt'), 'keep me');
    expect(() => at(join(place, 'letters'))).toThrow('holds files and is no earlier edition');
  });
  it('but into its own folder, and into one of its own outside', () => {
    expect(at(join(project, 'dist-restricted'))).toContain('dist-restricted');
    expect(at(join(place, 'new'))).toContain('new');
    expect(at(output)).toContain('edition');
  });
  it('and the command says why and leaves things as they are', () => {
    const { status, output: said } = directory(['--out', join(place, 'letters')]);
    expect(status).toBe(1);
    expect(said).toContain('is no earlier edition');
    expect(readFileSync(join(place, 'letters/one.txt'), 'utf8')).toBe('keep me');
  });
});

describe('the twice-yearly edition', { timeout: 120_000 }, () => {
  const out = join(place, 'half-year');
  const HAS_QPDF = spawnSync('qpdf', ['--version']).status === 0;

  it('is data, with what changed since the last one', () => {
    expect(directory(['--publish', out, '--since', join(place, 'last.json')]).status).toBe(1); // no such file: nothing is guessed
    expect(directory(['--publish', out]).status).toBe(3); // no password, no PDF
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    const name = readdirSync(out).find((path) => path.startsWith('directory-'))!;
    const data = JSON.parse(readFileSync(join(out, name), 'utf8')) as { authorities: { id: string; reviewer?: string; urgency: { urgent_procedure: string }; last_confirmed: string }[] };
    expect(data.authorities.map(({ id }) => id)).toEqual([...entries.keys()]);
    expect(JSON.stringify(data)).not.toContain('"reviewer"');
    const [gone, changed, confirmed] = data.authorities.splice(0, 3);
    changed!.urgency.urgent_procedure = 'Another way.';
    confirmed!.last_confirmed = '2020-01-01';
    data.authorities.push({ ...gone!, id: 'xa-sample-closed' }, changed!, confirmed!);
    writeFileSync(join(place, 'last.json'), JSON.stringify(data));
    expect(directory(['--publish', out, '--since', join(place, 'last.json')]).output).toContain('1 new, 1 removed, 1 changed');
    const { changes_since } = JSON.parse(readFileSync(join(out, name), 'utf8')) as { changes_since: unknown };
    expect(changes_since).toMatchObject({ added: [gone!.id], removed: ['xa-sample-closed'], changed: { [changed!.id]: ['urgency.urgent_procedure'] } });
  });

  it.skipIf(!HAS_QPDF)(HAS_QPDF ? 'is printed in French too, and not in a language whose letters the fonts lack' : 'is printed in French (skipped: qpdf is missing)', () => {
    expect(directory(['--publish', out, '--language', 'ar'], { COMITY_EDITION_PASSWORD: PASSWORD })).toMatchObject({ status: 1, output: expect.stringContaining('there is no PDF in "ar"') });
    expect(directory(['--publish', out, '--language', 'fr'], { COMITY_EDITION_PASSWORD: PASSWORD })).toMatchObject({ status: 0 });
    const pdf = join(out, readdirSync(out).find((path) => path.endsWith('.fr.pdf'))!);
    expect(spawnSync('pdftotext', ['-upw', PASSWORD, pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout.replace(/\s+/g, ' ')).toMatch(/Répertoire des autorités nationales compétentes.*Documents exigés/);
    rmSync(pdf);
  });

  it.skipIf(!HAS_QPDF)(HAS_QPDF ? 'is a PDF that only the password opens, with the data attached' : 'is a PDF (skipped: qpdf is missing; Debian: apt-get install qpdf)', () => {
    const { status, output: said } = directory(['--publish', out, '--since', join(place, 'last.json')], { COMITY_EDITION_PASSWORD: PASSWORD });
    expect([status, said]).toEqual([0, expect.stringContaining('AES-256')]);
    expect(said).not.toContain(PASSWORD);
    const pdf = join(out, readdirSync(out).find((path) => path.endsWith('.pdf'))!);
    const qpdf = (...args: string[]) => spawnSync('qpdf', args, { encoding: 'utf8' });
    expect(qpdf('--check', pdf).stderr).toContain('invalid password');
    expect(qpdf('--show-encryption', `--password=${PASSWORD}`, pdf).stdout).toMatch(/R = 6[^]*AESv3/);
    expect(qpdf('--list-attachments', `--password=${PASSWORD}`, pdf).stdout).toContain('directory.json');
    const bytes = readFileSync(pdf).toString('latin1');
    expect(bytes).not.toContain('Sample');
    const text = spawnSync('pdftotext', ['-upw', PASSWORD, '-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (text.status === 0) for (const part of ['Changes since edition', 'Restricted: for designated authorities only', '+999 20 555', 'Sample State']) expect(text.stdout).toContain(part);
  });
});

describe('npm run directory -- --apply', { timeout: 120_000 }, () => {
  const records = join(place, 'records');
  const id = [...entries.keys()][0]!;
  const path = entries.get(id)!.path;
  const change = join(place, 'change.json');
  const git = (...args: string[]): string => execFileSync('git', ['-C', records, '-c', 'user.name=Secretariat', '-c', 'user.email=desk@secretariat.example', ...args], { encoding: 'utf8' });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const public_key = publicKey.export({ format: 'jwk' }).x!;
  const signature = (file: { format: string }): string => toBase64Url(sign(null, signedBytes(file), privateKey));
  const write = (more: object, isSigned = true): void => {
    const file = { format: CHANGE_FORMAT, authority: id, base: createHash('sha256').update(readFileSync(join(records, path))).digest('hex'), changes: { 'operation.holidays_url': 'https://holidays.example.org/' }, reason: 'Holidays', signed_off_by: 'Registrar’s desk', date: '2026-11-22', ...more };
    writeFileSync(change, JSON.stringify(isSigned ? { ...file, signature: { algorithm: 'Ed25519', key: fingerprintOf(public_key), value: signature(file) } } : file));
  };
  const identity = { GIT_AUTHOR_NAME: 'Secretariat', GIT_AUTHOR_EMAIL: 'desk@secretariat.example', GIT_COMMITTER_NAME: 'Secretariat', GIT_COMMITTER_EMAIL: 'desk@secretariat.example' };
  const run = (...args: string[]) => directory(args, { COMITY_RESTRICTED: records, ...identity });
  const apply = (...args: string[]) => run('--apply', change, ...args);

  beforeAll(() => {
    execFileSync('cp', ['-r', resolve('restricted'), records]);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Records');
  });

  it('knows no key that was not registered, and registers one only when somebody says how it was checked', () => {
    write({});
    expect(apply().output).toContain('not registered');
    const made = { format: KEY_FORMAT, authority: id, public_key, made: '2026-11-20' };
    const file = join(place, 'key.json');
    writeFileSync(file, JSON.stringify({ ...made, signature: signature(made) }));
    expect(run('--register-key', file)).toMatchObject({ status: 1, output: expect.stringContaining('have the fingerprint read out') });
    expect(existsSync(join(records, keysPath(id)))).toBe(false);
    expect(run('--register-key', file, '--checked', 'called the number of the record')).toMatchObject({ status: 0 });
    expect(run('--register-key', file, '--checked', 'again')).toMatchObject({ status: 1, output: expect.stringContaining('registered already') });
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Key');
  });

  it('refuses a stale file, another’s file and a broken one, and changes nothing', () => {
    for (const [more, args, reason] of [[{ base: '0'.repeat(64) }, [], 'changed since'], [{}, ['--from', [...entries.keys()].at(-1)!], 'its own record only'], [{ changes: { 'operation.time_zone': 'Mars' } }, [], 'time zone']] as const) {
      write(more);
      const { status, output: said } = apply(...args);
      expect([status, said]).toEqual([1, expect.stringContaining(reason)]);
      expect(said).toContain('nothing has been changed');
    }
    writeFileSync(change, Buffer.from([0xff, 0xfe, 0x00]));
    expect(apply().output).toContain('nothing has been changed');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('writes one record, prints the words of the commit, and leaves committing to a person', () => {
    write({});
    const { status, output: said } = apply('--from', id);
    expect([status, said]).toEqual([0, expect.stringMatching(new RegExp(`The signature is good[^]*${id}: public holidays`))]);
    expect(git('status', '--porcelain').trim()).toBe(`M ${path}`);
    expect(readFileSync(join(records, path), 'utf8')).toContain('holidays_url: "https://holidays.example.org/"');
  });

  it('commits the one record when asked to, with nothing else in it', () => {
    expect(apply('--commit').output).toContain('nothing has been changed'); // the file's base is gone, and the record is not committed
    git('checkout', '--quiet', '.');
    writeFileSync(join(records, 'stray.txt'), '');
    git('add', 'stray.txt');
    write({});
    expect(apply('--commit')).toMatchObject({ status: 0 });
    expect(git('show', '--stat', '--format=%B', 'HEAD')).toMatch(/public holidays[^]*Signed-off-by: Registrar’s desk[^]*1 file changed/);
    expect(git('status', '--porcelain').trim()).toBe('A  stray.txt');
  });

  it('refuses a file that was applied and undone, one without a signature, and one whose key has been revoked', () => {
    git('rm', '--quiet', '--cached', 'stray.txt');
    const copy = join(place, 'again.json');
    execFileSync('cp', [change, copy]);
    git('-c', 'core.editor=true', 'revert', '--no-edit', 'HEAD');
    expect(run('--apply', copy)).toMatchObject({ status: 1, output: expect.stringContaining('applied before') });
    write({ date: '2026-11-23' }, false);
    expect(apply()).toMatchObject({ status: 1, output: expect.stringContaining('bears no signature') });
    expect(apply('--unsigned', '--commit')).toMatchObject({ status: 0, output: expect.stringContaining('No signature: taken because of --unsigned') });
    expect(git('show', '--format=%B', '--no-patch', 'HEAD')).toContain('Signature: none (--unsigned)');
    expect(run('--revoke-key', fingerprintOf(public_key).slice(0, 16), '--because', 'the device was lost')).toMatchObject({ status: 0 });
    write({ date: '2026-11-23', reason: 'More' });
    expect(apply()).toMatchObject({ status: 1, output: expect.stringContaining('the device was lost') });
  });
});

describe('a real record', () => {
  it('is refused inside the public repository', () => {
    const project = join(place, 'fork');
    mkdirSync(join(project, 'restricted/authorities/ke'), { recursive: true });
    for (const name of ['scripts', 'src', 'public', 'package.json']) execFileSync('cp', ['-r', resolve(name), project]);
    symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
    execFileSync('git', ['init', '--quiet', project]);
    const [name, entry] = [...entries].find(([, { data }]) => data.treaty_position === undefined)!;
    const sample = readFileSync(join('restricted', entry.path), 'utf8');
    writeFileSync(join(project, 'restricted/authorities/ke/ke-office.md'), sample.replace(`id: "${name}"`, 'id: "ke-office"').replace(`country: "${entry.data.country}"`, 'country: "ke"').replace('sample: true\n', '').replace(/\n {2}data_preservation_contact: .*/, ''));
    const run = () => spawnSync(process.execPath, ['scripts/directory.ts', '--out', join(place, 'fork-edition')], { cwd: project, encoding: 'utf8', env: { ...process.env, COMITY_RESTRICTED: '', COMITY_OUT: '', COMITY_STAGE: '' } });
    expect(run().stderr).toContain('belongs to the public repository');
    expect(existsSync(join(place, 'fork-edition'))).toBe(false);
    execFileSync('git', ['init', '--quiet', join(project, 'restricted')]);
    expect(run()).toMatchObject({ status: 0, stderr: "" }); // a repository of its own inside the folder is what a deployment has
  }, 60_000);
});

function dirnameOf(path: string): string {
  return resolve(path, '..');
}
