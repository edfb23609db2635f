/** A change file → the record in the working tree, and the words of the commit. A refused file changes nothing. */
import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIGEST_LINE, prepareChange } from '../../src/restricted/change.ts';
import { bytesToRecord } from '../../src/restricted/directory.ts';
import { readRecords, readRegisteredKeys } from './records.ts';

export interface ApplyCommand {
  /** Account that the file came from, where known. */
  account?: string | undefined;
  /** Commit the one record as well. */
  commit: boolean;
  /** Take a file without a signature. */
  unsigned: boolean;
}

/** Applies a change file; returns the exit code. */
export function applyChange(file: string, folder: string, { account, commit, unsigned }: ApplyCommand): number {
  const { entries } = readRecords(folder);
  if (statSync(file).size > 2_000_000) return refuse(['The file is too large for a change.']);
  const { text } = bytesToRecord(readFileSync(file), file);
  if (text === undefined) return refuse(['The file is no UTF-8 text.']);
  const prepared = prepareChange(text, entries, {
    today: new Date().toISOString().slice(0, 10),
    account,
    keys: readRegisteredKeys(folder, entries),
    unsigned,
    committed: (digest) => git(folder, ['log', '--all', '--format=%h', '-1', '--fixed-strings', `--grep=${DIGEST_LINE}: ${digest}`]).stdout.trim() || undefined,
  });
  if (!prepared.ok) return refuse(prepared.reasons);
  console.log(prepared.signed ? `The signature is good: the key of ${prepared.id}.` : `No signature: taken because of --unsigned. The commit says so.`);

  const record = join(folder, prepared.path);
  if (commit && git(folder, ['status', '--porcelain', '--', prepared.path]).stdout.trim() !== '') {
    return refuse([`${prepared.path} has changes that are not committed; they would go into the same commit. Commit or undo them first.`]);
  }
  const fresh = `${record}.new-${process.pid}`;
  writeFileSync(fresh, prepared.source);
  renameSync(fresh, record);
  if (!commit) {
    console.log(`Written: ${record}\nLook at the change (git diff), then commit it with these words:\n\n${prepared.message}\nThen bring the fingerprints up to date: node scripts/run.mjs scripts/fingerprint.ts ${folder}/authorities --public content --public src`);
    return 0;
  }
  const { status, stderr } = git(folder, ['commit', '--quiet', '-F', '-', '--', prepared.path], prepared.message);
  if (status !== 0) {
    console.error(`The record is written, but git did not commit it:\n${stderr}`);
    return 1;
  }
  console.log(`Committed: ${prepared.message.split('\n')[0]}`);
  return 0;
}

function refuse(reasons: readonly string[]): number {
  console.error(`Refused; nothing has been changed.\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
  return 1;
}

function git(folder: string, args: readonly string[], input = '') {
  return spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', input });
}
