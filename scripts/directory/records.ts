/** The records of a deployment: where they are, and that real ones never lie in the public repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { hasErrors, type Flaw } from '../../src/flaws/flaw.ts';
import { report, summary } from '../../src/flaws/report.ts';
import { readDirectory, type Directory } from '../../src/restricted/directory.ts';
import { readKeys, type Keys } from '../../src/restricted/keys.ts';
import { PROJECT } from '../process.ts';

/** Folder of the records: restricted/, or COMITY_RESTRICTED. */
export function recordsFolder(): string {
  return resolve(PROJECT, process.env['COMITY_RESTRICTED'] || 'restricted');
}

/**
 * Reads the records.
 *
 * @throws Error with every flaw, where a record has an error; or where a real record lies in the public repository
 */
export function readRecords(folder: string): Directory {
  if (!existsSync(folder)) throw new Error(`The records are not there: ${folder}. Mount them, or set COMITY_RESTRICTED (restricted/README.md says how).`);
  const directory = readDirectory(folder, relative(PROJECT, folder) || folder);
  if (hasErrors(directory.flaws)) throw new Error(`${report(directory.flaws, 'terminal')}\n${summary(directory.flaws)}`);
  const real = [...directory.entries.values()].find(({ data }) => !data.sample);
  if (real && isInPublicRepository(folder)) {
    throw new Error(`${real.data.id} is no sample, but ${folder} belongs to the public repository: whoever clones it would have the record. Keep real records in a repository of their own and set COMITY_RESTRICTED (restricted/README.md).`);
  }
  return directory;
}

/**
 * Reads the keys of the authorities.
 *
 * @throws Error with every flaw: a key that cannot be read must not be taken for one that is not there
 */
export function readRegisteredKeys(folder: string, entries: Directory['entries']): Keys {
  const { keys, flaws } = readKeys(folder, relative(PROJECT, folder) || folder);
  if (hasErrors(flaws)) throw new Error(`${report(flaws, 'terminal')}\n${summary(flaws)}`);
  const stray = [...keys.keys()].find((id) => !entries.has(id));
  if (stray !== undefined) throw new Error(`There are keys of ${stray}, but no such record. Move the file, or restore the record.`);
  return keys;
}

function isInPublicRepository(folder: string): boolean {
  const { status, stdout } = spawnSync('git', ['-C', folder, 'rev-parse', '--show-toplevel'], { encoding: 'utf8' });
  return status === 0 && realpathSync(stdout.trim()) === realpathSync(PROJECT);
}

/** Prints warnings. */
export function printFlaws(flaws: readonly Flaw[]): void {
  if (flaws.length > 0) console.error(`${report(flaws, 'terminal')}\n${summary(flaws)}`);
}
