/**
 * The channel of a published git history: what was committed once is in every clone, though no later commit shows it.
 *
 * Every version of every file is read as the kind of file it is (so a ZIP of three years ago is unpacked too), then every commit's
 * message and names. Source files, which no site publishes, are read as text.
 */
import { spawnSync } from 'node:child_process';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { Detector } from './detector.ts';
import type { Fingerprints } from './fingerprint.ts';
import { Look, type Finding } from './look.ts';
import { fileType, guessChannel, isOfType } from './policy.ts';

/** Paths that are not published with a history: the samples' own folder. */
const OWN = ['restricted'];
/** Bytes of git's answers that are held at once. */
const LARGEST_ANSWER = 256 * 1024 * 1024;
const BLOBS_AT_ONCE = 200;

/**
 * Looks through a history.
 *
 * @param repository folder of a git repository
 * @param revision what will be published: `HEAD`, `--all`, `v1..main`
 * @param excluded folders that are not published with it
 * @returns one flaw for each version of a file, or commit, and kind of secret
 * @throws where git cannot read the history: a gate that looked at nothing must not say that all is well
 */
export function scanHistory(repository: string, fingerprints: Fingerprints, revision = 'HEAD', excluded: readonly string[] = OWN): { flaws: Flaw[]; blobs: number; commits: number } {
  const detector = new Detector(fingerprints);
  const flaws = new Map<string, Flaw>();
  let shown = '';
  const look = new Look(detector, ({ what, channel, detail, hash }: Finding) => {
    if (what === 'type' || (what === 'path' && !hash)) return; // src/restricted is a folder of public code
    flaws.set(`${shown} ${channel} ${detail}`, flaw(what === 'path' ? 'RestrictedPath' : 'RestrictedText', shown, `a restricted ${detail} in the channel \`git history › ${channel}\` (fingerprint \`${hash}\`)`, 'public text only'));
  });
  const blobs = listBlobs(repository, revision, excluded);
  for (let start = 0; start < blobs.length; start += BLOBS_AT_ONCE) {
    const part = blobs.slice(start, start + BLOBS_AT_ONCE);
    const contents = readBlobs(repository, part.map(({ id }) => id));
    part.forEach(({ id, path }, index) => {
      shown = `${path}@${id.slice(0, 12)}`;
      const bytes = contents[index]!;
      const type = fileType(path);
      look.text('file name', path);
      if (type && isOfType(type, bytes)) look.read(path, bytes);
      else guessChannel(bytes, 'source')(bytes, look);
    });
  }
  const commits = git(repository, ['log', '-z', '--format=%H%n%an%n%ae%n%cn%n%ce%n%B', revision, '--']).toString('utf8').split('\0').filter((text) => text.trim() !== '');
  for (const commit of commits) {
    shown = `commit ${commit.slice(0, 12)}`;
    look.text('commit message', commit.slice(41));
  }
  return { flaws: [...flaws.values()], blobs: blobs.length, commits: commits.length };
}

/** Every version of every file that a revision reaches, once each. */
function listBlobs(repository: string, revision: string, excluded: readonly string[]): { id: string; path: string }[] {
  const objects = git(repository, ['rev-list', '--objects', '--no-object-names', revision, '--']).toString('utf8');
  if (objects.trim() === '') throw new Error(`${revision} holds no commits`);
  const named = new Map<string, string>();
  for (const line of git(repository, ['log', '--raw', '--no-abbrev', '--no-renames', '-m', '--root', '--format=', revision, '--', '.', ...excluded.map((folder) => `:(exclude)${folder}`)]).toString('utf8').split('\n')) {
    const match = /^:\d+ \d+ [0-9a-f]+ (?<id>[0-9a-f]+) [A-Z]\t(?<path>.*)$/.exec(line);
    if (match && !/^0+$/.test(match.groups!['id']!)) named.set(match.groups!['id']!, match.groups!['path']!);
  }
  const reached = new Set(objects.split('\n'));
  return [...named].filter(([id]) => reached.has(id)).map(([id, path]) => ({ id, path }));
}

function readBlobs(repository: string, ids: readonly string[]): Buffer[] {
  const answer = git(repository, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let offset = 0;
  return ids.map((id) => {
    const end = answer.indexOf(10, offset);
    const [, type, size] = answer.toString('latin1', offset, end).split(' ');
    if (type !== 'blob') throw new Error(`git did not read ${id}`);
    offset = end + 1 + Number(size) + 1;
    return answer.subarray(end + 1, end + 1 + Number(size));
  });
}

function git(repository: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', repository, '-c', 'core.quotePath=false', ...args], { input, maxBuffer: LARGEST_ANSWER });
  if (error) throw error;
  if (status !== 0) throw new Error(`git could not read the history: ${stderr.toString().trim()}`);
  return stdout;
}
