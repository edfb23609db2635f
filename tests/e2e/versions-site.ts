/** Builds and serves the small library of laws with versions, which the public library has none of. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface VersionsSite {
  /** Address of the site, with a slash at its end. */
  address: string;
  /** Folder of the built site. */
  folder: string;
  close: () => void;
}

/** @param name part of the output folder: tests side by side need one each */
export async function versionsSite(name: string): Promise<VersionsSite> {
  const environment = { ...process.env, COMITY_CONTENT: 'tests/fixtures/versions/content', COMITY_OUT: `test-results/versions-${name}`, COMITY_BASE: '/library', COMITY_SKIP: 'search' };
  const build = spawn(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(build, 'exit')) as [number];
  if (code !== 0) throw new Error('The library of versions was not built.');
  const server: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', 'scripts/serve.ts', '--port', String(20_000 + (process.pid % 20_000))], { env: environment, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { address, folder: environment.COMITY_OUT, close: () => void process.kill(-server.pid!) };
  }
  throw new Error('The library of versions was not served.');
}
