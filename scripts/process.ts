/** Child processes of the project's own tools, run with the Node that runs this. */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export interface RunOptions {
  environment: Record<string, string>;
  /** Ends the child when it is aborted. */
  signal?: AbortSignal;
  /** Called with every line of standard output; without it the child writes to the terminal itself. */
  onLine?: (line: string) => void;
}

/**
 * Runs a JavaScript or TypeScript file.
 *
 * @param command file below the project and its arguments
 * @throws Error with the end of what the child printed, when it ends with another code than 0
 */
export function runNode(command: readonly string[], { environment, signal, onLine }: RunOptions): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, command, {
      cwd: PROJECT,
      ...(signal ? { signal } : {}),
      env: { ...process.env, ...environment },
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', onLine ? 'pipe' : 'inherit'],
    });
    const tail: string[] = [];
    if (onLine) {
      for (const stream of [child.stdout!, child.stderr!]) {
        createInterface({ input: stream }).on('line', (line) => {
          tail.push(line);
          if (tail.length > 60) tail.shift();
          onLine(line);
        });
      }
    }
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`${command.join(' ')} ended with ${code}.\n${tail.filter((line) => !/[├└]─/.test(line)).join('\n')}`));
    });
  });
}
