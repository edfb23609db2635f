/**
 * The channel of a published git history: what was committed once is in every clone, though no later commit shows it.
 *
 * Every version of every file is read as the kind of file it is (so a ZIP of three years ago is unpacked too), with every name it
 * ever had; then every commit and tag, whole. Source files, which no site publishes, are read as text. Nothing is remembered from one
 * run to the next: fingerprints change, and what was clean yesterday may hold a line of a record written today.
 */
import { spawnSync } from 'node:child_process';
import { extname } from 'node:path';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { bytesToText } from './channels/text.ts';
import { Detector } from './detector.ts';
import type { Fingerprints } from './fingerprint.ts';
import { Look, type Finding } from './look.ts';
import { fileType, guessChannel, isOfType } from './policy.ts';

/** Paths that are not published with a history: the samples' own folder. */
const OWN = ['restricted'];
/** Bytes of git's answers that are held at once. */
const LARGEST_ANSWER = 256 * 1024 * 1024;
const OBJECTS_AT_ONCE = 200;
/** Modes of what has no bytes of its own here: a file that is gone, and another repository. */
const DELETED = '000000';
const SUBMODULE = '160000';

/**
 * Looks through a history.
 *
 * @param repository folder of a git repository
 * @param revision what will be published: `HEAD`, `--all`, `v1..main`
 * @param excluded folders that are not published with it
 * @returns one flaw for each version of a file, or commit, and kind of secret
 * @throws where git cannot read the history, or has only the end of it: a gate that looked at nothing must not say that all is well
 */
export function scanHistory(repository: string, fingerprints: Fingerprints, revision = 'HEAD', excluded: readonly string[] = OWN): { flaws: Flaw[]; blobs: number; commits: number } {
  if (git(repository, ['rev-parse', '--is-shallow-repository']).toString().trim() !== 'false') throw new Error('only the end of the history is here (a shallow clone); fetch all of it: git fetch --unshallow');
  const detector = new Detector(fingerprints);
  const flaws = new Map<string, Flaw>();
  let shown = '';
  const look = new Look(detector, ({ what, channel, detail, hash }: Finding) => {
    if (what === 'type' || (what === 'path' && !hash)) return; // src/restricted is a folder of public code
    flaws.set(`${shown} ${channel} ${detail}`, flaw(what === 'path' ? 'RestrictedPath' : 'RestrictedText', shown, `a restricted ${detail} in the channel \`git history › ${channel}\` (fingerprint \`${hash}\`)`, 'public text only'));
  });

  const blobs = listBlobs(repository, revision, excluded);
  for (const [{ id, paths }, bytes] of readObjects(repository, blobs, 'blob')) {
    for (const path of paths) {
      shown = `${path}@${id.slice(0, 12)}`;
      look.name(path);
    }
    // What a file is told by its name: under two names it may be two kinds of file, so it is read once as each.
    const kinds = new Map(paths.map((path) => [extname(path), path]));
    for (const path of kinds.values()) {
      shown = `${path}@${id.slice(0, 12)}`;
      const type = fileType(path);
      if (type && isOfType(type, bytes)) look.read(path, bytes);
      else guessChannel(bytes, 'source')(bytes, look);
    }
  }

  const commits = git(repository, ['rev-list', revision, '--']).toString('latin1').split('\n').filter((id) => id !== '').map((id) => ({ id }));
  for (const [{ id }, bytes] of readObjects(repository, commits, 'commit')) {
    shown = `commit ${id.slice(0, 12)}`;
    look.text('commit message', bytesToText(bytes));
  }
  for (const { id, name } of listTags(repository)) {
    shown = `tag ${name}`;
    look.text('tag', name);
    for (const [, bytes] of readObjects(repository, [{ id }], 'tag')) look.text('tag', bytesToText(bytes));
  }
  return { flaws: [...flaws.values()], blobs: blobs.length, commits: commits.length };
}

/** Every version of every file that a revision reaches, once each, with every path it ever stood at. */
function listBlobs(repository: string, revision: string, excluded: readonly string[]): { id: string; paths: string[] }[] {
  const objects = git(repository, ['rev-list', '--objects', '--no-object-names', revision, '--']).toString('latin1');
  if (objects.trim() === '') throw new Error(`${revision} holds no commits`);
  const reached = new Set(objects.split('\n'));
  const named = new Map<string, Set<string>>();
  const parts = git(repository, ['log', '--raw', '-z', '--no-abbrev', '--no-renames', '-m', '--root', '--format=', revision, '--', '.', ...excluded.map((folder) => `:(exclude)${folder}`)]).toString('utf8').split('\0');
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const match = /^\s*:(?<before>\d+) (?<after>\d+) [0-9a-f]+ (?<id>[0-9a-f]+) [A-Z]$/.exec(parts[index]!);
    if (!match) throw new Error(`git said something that cannot be read: ${parts[index]!.slice(0, 80)}`);
    const { after, id } = match.groups as { after: string; id: string };
    if (after === DELETED || after === SUBMODULE || !reached.has(id)) continue;
    named.set(id, (named.get(id) ?? new Set()).add(parts[index + 1]!));
  }
  return [...named].map(([id, paths]) => ({ id, paths: [...paths].sort() }));
}

/** Tags that carry a message; a clone gets them all. */
function listTags(repository: string): { id: string; name: string }[] {
  const lines = git(repository, ['for-each-ref', '--format=%(objecttype) %(objectname) %(refname:strip=2)', 'refs/tags']).toString('utf8').split('\n');
  return lines.flatMap((line) => {
    const match = /^tag (?<id>[0-9a-f]+) (?<name>.*)$/.exec(line);
    return match ? [{ id: match.groups!['id']!, name: match.groups!['name']! }] : [];
  });
}

/** Objects with their bytes, a share of them held at once. */
function* readObjects<Named extends { id: string }>(repository: string, wanted: readonly Named[], kind: 'blob' | 'commit' | 'tag'): Generator<[Named, Buffer]> {
  for (let start = 0; start < wanted.length; start += OBJECTS_AT_ONCE) {
    const share = wanted.slice(start, start + OBJECTS_AT_ONCE);
    const answer = git(repository, ['cat-file', '--batch'], `${share.map(({ id }) => id).join('\n')}\n`);
    let offset = 0;
    for (const named of share) {
      const end = answer.indexOf(10, offset);
      const [, type, size] = answer.toString('latin1', offset, end).split(' ');
      if (type !== kind) throw new Error(`git did not read ${named.id}`);
      offset = end + 1 + Number(size) + 1;
      yield [named, answer.subarray(end + 1, end + 1 + Number(size))];
    }
  }
}

/** What was put in the place of an object with `git replace` is not what others clone, so it is not looked at. */
function git(repository: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-replace-objects', '-C', repository, ...args], { input, maxBuffer: LARGEST_ANSWER });
  if (error) throw error;
  if (status !== 0) throw new Error(`git could not read the history: ${stderr.toString().trim()}`);
  return stdout;
}
