/** The date of a volume: that of the last change of its content in the repository's history, never that of the build. */
import { spawnSync } from 'node:child_process';
import type { Stamp } from './volume.ts';

/**
 * When a folder of content last changed.
 *
 * @param folder absolute path
 * @param fallback day to use where there is no history: SOURCE_DATE_EPOCH goes before it
 */
export function stampOf(folder: string, fallback: string): Stamp {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%cd %h', '--date=format-local:%Y-%m-%d', '--abbrev=9', '--', '.'], { cwd: folder, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
  const [day, revision] = status === 0 ? stdout.trim().split(' ') : [];
  if (day && revision) return { day, revision };
  const epoch = Number(process.env['SOURCE_DATE_EPOCH']);
  return { day: Number.isFinite(epoch) && epoch > 0 ? new Date(epoch * 1000).toISOString().slice(0, 10) : fallback };
}

/** Day → seconds since 1970, for the dates within a PDF. */
export function secondsOf({ day }: Stamp): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
