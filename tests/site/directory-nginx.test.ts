import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROGRAM = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const OWN = 'xa-sample-one';
const FOREIGN = 'xb-sample-two';
const PASSWORDS: Record<string, string> = { 'xa-account': 'correct horse battery', 'xb-account': 'staple of another kind', reader: 'only here to read' };

/** The configuration that is shipped, with its paths and ports put where this test may write. */
function configure(prefix: string, tls: number, plain: number): string {
  const shipped = readFileSync('deploy/nginx/directory.conf', 'utf8');
  const site = shipped
    .replace(/^\s*listen \[::\].*\n/gm, '')
    .replace('listen 443 ssl', `listen 127.0.0.1:${tls} ssl`)
    .replace('listen 80', `listen 127.0.0.1:${plain}`)
    .replace('/srv/comity/directory', join(prefix, 'edition'))
    .replaceAll('/etc/comity/', `${prefix}/`);
  // nginx as root gives up its rights to the user named; the test's files belong to whoever runs it.
  return `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\npid ${prefix}/nginx.pid;\nerror_log ${prefix}/error.log;\nevents {}\nhttp {\naccess_log off;\ntypes { text/html html; application/json json; }\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${prefix}/${name};`).join('\n')}\n${site}\n}\n`;
}

describe.skipIf(!PROGRAM)(PROGRAM ? 'the directory behind nginx' : 'the directory behind nginx (skipped: nginx is missing; Debian: apt-get install nginx)', { timeout: 60_000 }, () => {
  let prefix: string;
  let tls: number;
  let plain: number;
  let nginx: ChildProcess;

  beforeAll(async () => {
    prefix = mkdtempSync(join(tmpdir(), 'comity-nginx-'));
    [tls, plain] = [await freePort(), await freePort()];
    write('edition/index.html', '<h1>Find an authority</h1>');
    write('edition/assets/clock.js', '');
    write(`edition/edit/${OWN}/index.html`, 'own');
    write(`edition/edit/${FOREIGN}/index.html`, 'foreign');
    for (const language of ['fr', 'es', 'ru', 'ar', 'zh']) for (const id of [OWN, FOREIGN]) write(`edition/${language}/edit/${id}/index.html`, id);
    write('edition/.hidden/index.html', 'hidden');
    write('outside.html', 'outside');
    symlinkSync(join(prefix, 'outside.html'), join(prefix, 'edition/link.html'));
    write('htpasswd', Object.entries(PASSWORDS).map(([account, password]) => `${account}:${execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: `${password}\n`, encoding: 'utf8' }).trim()}\n`).join(''));
    write('accounts.map', `xa-account ${OWN};\nxb-account ${FOREIGN};\n`);
    mkdirSync(join(prefix, 'tls'));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', '/CN=directory.example.org', '-keyout', join(prefix, 'tls/key.pem'), '-out', join(prefix, 'tls/fullchain.pem')], { stdio: 'ignore' });
    write('nginx.conf', configure(prefix, tls, plain));
    const check = spawnSync(PROGRAM!, ['-t', '-q', '-p', prefix, '-c', 'nginx.conf', '-e', join(prefix, 'error.log')], { encoding: 'utf8' });
    expect(check.stderr).toBe('');
    nginx = spawn(PROGRAM!, ['-p', prefix, '-c', 'nginx.conf', '-e', join(prefix, 'error.log')], { stdio: 'ignore' });
    for (let attempt = 0; attempt < 50 && (await ask('/').then(() => false, () => true)); attempt++) await pause(100);
  });

  afterAll(async () => {
    if (nginx && nginx.exitCode === null) {
      const ended = new Promise((done) => nginx.once('exit', done));
      nginx.kill('SIGQUIT');
      await Promise.race([ended, pause(3000).then(() => nginx.kill('SIGKILL'))]);
    }
    rmSync(prefix, { recursive: true, force: true });
  });

  it('asks for a password on every path, and says nothing without one', async () => {
    for (const path of ['/', '/nowhere', '/assets/clock.js', `/edit/${OWN}/`, '/search.json']) expect([path, (await ask(path)).status]).toEqual([path, 401]);
    expect((await ask('/', { account: 'xa-account', password: 'wrong' })).status).toBe(401);
    expect((await ask('/', { account: 'nobody', password: 'wrong' })).status).toBe(401);
  });

  it('shows the directory to those with an account', async () => {
    const answer = await ask('/', { account: 'reader' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Find an authority');
  });

  it('opens a page for editing to the account of that authority only', async () => {
    expect((await ask(`/edit/${OWN}/`, { account: 'xa-account' })).status).toBe(200);
    expect((await ask(`/edit/${OWN}/index.html`, { account: 'xa-account' })).status).toBe(200);
    for (const path of [`/edit/${FOREIGN}/`, `/edit/${FOREIGN}/index.html`, `/edit/${OWN}/../${FOREIGN}/`, `/edit//${FOREIGN}/`, `/%65dit/${FOREIGN}/`, `/edit/${OWN}%2f..%2f${FOREIGN}/index.html`, `/edit/${FOREIGN}`]) {
      expect([path, (await ask(path, { account: 'xa-account' })).status]).toEqual([path, 403]);
    }
    for (const language of ['fr', 'es', 'ru', 'ar', 'zh']) {
      expect((await ask(`/${language}/edit/${OWN}/`, { account: 'xa-account' })).body).toBe(OWN);
      for (const path of [`/${language}/edit/${FOREIGN}/`, `/${language}//edit/${FOREIGN}/index.html`, `/${language}/edit/${OWN}/../${FOREIGN}/`]) expect([path, (await ask(path, { account: 'xa-account' })).status]).toEqual([path, 403]);
    }
    expect((await ask(`/edit/${OWN}/`, { account: 'reader' })).status).toBe(403);
    // The right account with a wrong password gets nowhere.
    expect((await ask(`/edit/${OWN}/`, { account: 'xa-account', password: 'wrong' })).status).toBe(401);
  });

  it('lists no folder, follows no link and serves nothing hidden', async () => {
    for (const path of ['/assets/', '/edit/', '/link.html', '/.hidden/', '/..%2foutside.html', '/../outside.html']) {
      const { status, body } = await ask(path, { account: 'reader' });
      expect([path, [400, 403, 404].includes(status)]).toEqual([path, true]);
      expect(body).not.toContain('clock.js');
      expect(body).not.toContain('outside<');
    }
  });

  it('lets nobody in between keep a copy or frame a page, on errors too', async () => {
    for (const options of [{ account: 'reader' }, {}]) {
      const { headers } = await ask('/', options);
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['server']).toBe('nginx');
    }
  });

  it('takes no uploads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', { account: 'reader', method })).status).toBe(403);
  });

  it('sends those who come without encryption to the encrypted address', async () => {
    const location = await new Promise<string | undefined>((done) => get({ host: '127.0.0.1', port: plain, path: '/states/', headers: { host: 'directory.example.org' } }, (answer) => done(answer.resume().headers.location)));
    expect(location).toBe('https://directory.example.org/states/');
  });

  it('speaks no TLS older than 1.2', async () => {
    await expect(ask('/', { account: 'reader', maxVersion: 'TLSv1.1' })).rejects.toThrow();
  });

  it('slows down whoever asks too often', async () => {
    const answers = await Promise.all(Array.from({ length: 120 }, () => ask('/', { account: 'reader', password: 'guess' })));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toContain(429);
    expect(statuses).not.toContain(200);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(prefix, path)), { recursive: true });
    writeFileSync(join(prefix, path), text);
  }

  interface Ask {
    account?: string;
    password?: string;
    method?: string;
    maxVersion?: 'TLSv1.1';
  }

  function ask(path: string, { account, password, method = 'GET', maxVersion }: Ask = {}): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
    return new Promise((done, failed) => {
      const call = request({ host: '127.0.0.1', port: tls, path, method, rejectUnauthorized: false, agent: false, ...(maxVersion ? { minVersion: 'TLSv1' as const, maxVersion } : {}), ...(account ? { auth: `${account}:${password ?? PASSWORDS[account]}` } : {}) }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => done({ status: answer.statusCode!, body, headers: answer.headers }));
      });
      call.on('error', failed).end();
    });
  }
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
