/**
 * What git knows of the records: which commit added or amended which. Reads the output of `git log` and never runs git itself;
 * scripts/changes.ts does, once per build. The same commit gives the same history, whatever the day.
 */

/** How much of the past git could tell. */
export type Known =
  /** Everything since the repository began. */
  | 'all'
  /** Only what came after the oldest commit of a shallow clone. */
  | 'shallow'
  /** Nothing: the content is in no repository, or there is no git. */
  | 'none';

export interface Commit {
  /** First ten digits of the commit's name: git's own abbreviation would change with the size of the clone. */
  hash: string;
  /** When it was committed, in UTC: `2026-11-23T14:26:53Z`. */
  date: string;
  /** First line of its message. */
  subject: string;
  /** Records it added and amended, in order of name. */
  added: string[];
  amended: string[];
}

export interface History {
  known: Known;
  /** Of a shallow clone: date of its oldest commit. What is older cannot be known here. */
  since?: string;
  /** The newest first. */
  commits: Commit[];
}

/** Arguments of `git log` whose output {@link readLog} reads: fields and names separated by NUL, so that no letter of a name can mislead. */
export const LOG_ARGUMENTS = ['log', '-z', '--topo-order', '--reverse', '--no-renames', '--no-color', '--no-show-signature', '--name-status', '--format=%x01%H%x02%cI%x02%s', '--relative', '--', '.'] as const;

/**
 * Record that a file of the content belongs to: all expressions of a work are one record, all chapters of a manual too.
 *
 * @param path path below the content folder
 * @returns `laws/ke/act/2009/9`, `states/ke`, or undefined where the file is no record
 */
export function recordOf(path: string): string | undefined {
  if (/^(?:laws|cases)\/.+\/[a-z]{3}(?:@[\d-]+)?\.md$/.test(path) || /^(?:crimes|networks)\/[^/]+\/[a-z]{3}\.md$/.test(path)) return path.slice(0, path.lastIndexOf('/'));
  if (/^states\/[^/]+\.md$/.test(path)) return path.slice(0, -'.md'.length);
  return /^(manuals\/.+)\/[a-z]{3}\/[^/]+\.mdx?$/.exec(path)?.[1];
}

/**
 * Reads the log of a content folder.
 *
 * @param log output of git with {@link LOG_ARGUMENTS}
 * @param boundary full names of the commits at which a shallow clone was cut off: they show every file as new, and only tell what was there
 */
export function readLog(log: string, boundary: ReadonlySet<string> = new Set()): History {
  const seen = new Set<string>();
  const commits: Commit[] = [];
  let since: string | undefined;
  for (const part of log.split('\u0001').slice(1)) {
    const [head = '', ...names] = part.split('\0');
    const [hash = '', committed = '', subject = ''] = head.split('\u0002');
    const date = inUtc(committed);
    const added = new Set<string>();
    const amended = new Set<string>();
    // After the head come pairs: a letter (git puts a line feed before the first) and a name.
    for (let index = 0; index + 1 < names.length; index += 2) {
      const record = recordOf(names[index + 1]!);
      if (record === undefined) continue;
      if (names[index]!.trim() === 'A' && !seen.has(record)) added.add(record);
      else if (!added.has(record)) amended.add(record);
    }
    for (const record of added) amended.delete(record);
    for (const record of [...added, ...amended]) seen.add(record);
    if (boundary.has(hash)) {
      if (since === undefined || date > since) since = date;
      continue;
    }
    if (added.size + amended.size > 0) commits.push({ hash: hash.slice(0, 10), date, subject, added: [...added].sort(), amended: [...amended].sort() });
  }
  commits.reverse();
  // Among commits of one second the order of git stands: sorting keeps it.
  commits.sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
  return { known: boundary.size > 0 ? 'shallow' : 'all', ...(since === undefined ? {} : { since }), commits };
}

function inUtc(date: string): string {
  return new Date(date).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
