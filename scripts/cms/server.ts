/** The server between the editor and a git repository on this machine, for as long as it is wanted. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { PROJECT } from '../process.ts';

/**
 * Starts the server, on the loopback address only.
 *
 * @param repository folder of a git repository; drafts become branches of it
 * @param origin address of the editor: nobody else is answered
 */
export async function startServer(program: string, repository: string, port: number, origin: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    cwd: `${PROJECT}/cms`,
    env: { ...process.env, GIT_REPO_DIRECTORY: repository, MODE: 'git', PORT: String(port), BIND_HOST: '127.0.0.1', ORIGIN: origin, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`the editor's server ended with ${child.exitCode}`);
    if (await answers(port)) return child;
    await setTimeout(100);
  }
  child.kill();
  throw new Error('the editor’s server did not answer within ten seconds');
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => (socket.destroy(), done(true)));
    socket.on('error', () => done(false));
  });
}
