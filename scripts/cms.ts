/**
 * npm run cms [-- --port 4330] [--prepare | --build]
 *
 * A visual editor for those who never saw git: builds it into dist-cms/ and serves it on this machine, over a clone of the repository in
 * .cache/cms/library. --prepare only fetches what it is made of; --build only writes dist-cms/, for a site of its own (cms/README.md).
 * It is never part of the library's own build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '../src/library/disk.ts';
import { cmsParts } from './cms/parts.ts';
import { writeEdition } from './cms/edition.ts';
import { freePort, startServer } from './cms/server.ts';
import { PROJECT, runNode } from './process.ts';

const edition = join(PROJECT, 'dist-cms');
const clone = join(PROJECT, '.cache', 'cms', 'library');

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4330' }, prepare: { type: 'boolean', default: false }, build: { type: 'boolean', default: false } } });
  const { bundle, server } = cmsParts((line) => console.log(line));
  if (!values.prepare) {
    const branch = process.env['COMITY_CMS_BRANCH'] ?? git(PROJECT, 'rev-parse', '--abbrev-ref', 'HEAD');
    const backend = { name: process.env['COMITY_CMS_BACKEND'] ?? 'github', repo: process.env['COMITY_CMS_REPOSITORY'] ?? 'owner/name', branch };
    const paths = listFiles(join(PROJECT, 'content'), 'content').files.map(({ path }) => path);
    if (values.build) {
      writeEdition(edition, bundle, { backend, paths });
      console.log(`The editor is in ${edition}.${process.env['COMITY_CMS_REPOSITORY'] === undefined ? ' Set COMITY_CMS_BACKEND and COMITY_CMS_REPOSITORY: it names no repository yet.' : ''}`);
    } else {
      cloneOnce(branch);
      const port = await freePort();
      writeEdition(edition, bundle, { backend, local: `http://127.0.0.1:${port}/api/v1`, paths });
      const child = await startServer(server, clone, port, `http://127.0.0.1:${values.port}`);
      const stopped = new AbortController();
      process.on('exit', () => {
        stopped.abort();
        child.kill();
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
      console.log(`Records are edited in ${clone} (branch ${branch}); take over what you publish with: git pull .cache/cms/library ${branch}`);
      await runNode(['scripts/serve.ts', '--port', values.port], { environment: { COMITY_OUT: edition, COMITY_BASE: '' }, signal: stopped.signal, onLine: (line) => console.log(line.replace('Comity is at', 'The editor is at')) });
    }
  }
} catch (error) {
  console.error(`cms: ${(error as Error).message}`);
  process.exitCode = 1;
}

/** A clone of its own, so that drafts never change files that somebody has open here. */
function cloneOnce(branch: string): void {
  if (existsSync(join(clone, '.git'))) {
    console.log(`Going on in the clone of an earlier day. To begin anew, delete ${clone}.`);
    return;
  }
  mkdirSync(dirname(clone), { recursive: true });
  git(PROJECT, 'clone', '--quiet', '--branch', branch, PROJECT, clone);
  for (const [key, fallback] of [['user.name', 'Comity editor'], ['user.email', 'editor@localhost']] as const) git(clone, 'config', key, spawnSync('git', ['-C', PROJECT, 'config', key], { encoding: 'utf8' }).stdout.trim() || fallback);
}

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${(error?.message ?? stderr).trim()}`);
  return stdout.trim();
}
