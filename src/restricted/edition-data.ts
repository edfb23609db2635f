/** The edition as data, and what changed since the last one. */
import type { Authority } from './authority.ts';
import type { Edition } from './edition.ts';
import { newestDate } from './edition.ts';
import { FIELDS, isShown } from './fields.ts';

const FORMAT = 'comity-directory-1';

export interface EditionData {
  format: typeof FORMAT;
  edition: string;
  /** Date of the newest confirmation in it. */
  as_of: string;
  restricted: string;
  /** Who may read which field. */
  publish: Record<string, string>;
  changes_since?: Changes;
  authorities: Shown[];
}

type Shown = Omit<Authority, 'reviewer'> & { notes?: string };

export interface Changes {
  since: string;
  added: string[];
  removed: string[];
  /** Id → fields that differ. */
  changed: Record<string, string[]>;
}

/** Edition → data. Fields that are internal to the Secretariat are left out. */
export function editionToData(edition: Edition, last?: EditionData): EditionData {
  const authorities = [...edition.entries.values()].map(({ data, text }): Shown => {
    const shown = Object.fromEntries(Object.entries(data).filter(([name]) => isShown(name))) as Shown;
    return text.trim() === '' ? shown : { ...shown, notes: text.trim() };
  });
  return {
    format: FORMAT,
    edition: edition.name,
    as_of: newestDate(edition),
    restricted: 'For designated authorities only. Do not pass on.',
    publish: Object.fromEntries(FIELDS.filter(({ publish }) => publish !== 'internal').map(({ name, publish }) => [name, publish])),
    ...(last ? { changes_since: compare(last, authorities) } : {}),
    authorities,
  };
}

/**
 * Reads the data of an earlier edition.
 *
 * @throws Error where the text is none
 */
export function readEditionData(text: string): EditionData {
  const data = JSON.parse(text) as Partial<EditionData>;
  if (data.format !== FORMAT || !Array.isArray(data.authorities) || typeof data.edition !== 'string') throw new Error(`this is no edition in the format ${FORMAT}`);
  return data as EditionData;
}

/** What an edition has that the last had not. When a record was confirmed is no change of it. */
function compare(last: EditionData, authorities: readonly Shown[]): Changes {
  const before = new Map(last.authorities.map((record) => [record.id, record]));
  const after = new Map(authorities.map((record) => [record.id, record]));
  const changed: Record<string, string[]> = {};
  for (const [id, record] of after) {
    const old = before.get(id);
    if (!old) continue;
    const fields = differences(old as unknown as Record<string, unknown>, record as unknown as Record<string, unknown>);
    if (fields.length > 0) changed[id] = fields;
  }
  return { since: last.edition, added: [...after.keys()].filter((id) => !before.has(id)), removed: [...before.keys()].filter((id) => !after.has(id)), changed };
}

const NOT_A_CHANGE = new Set(['last_confirmed', 'confirmed_by', 'change_log']);

function differences(old: Record<string, unknown>, now: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => !NOT_A_CHANGE.has(key))
    .flatMap((key) => {
      const [left, right] = [old[key], now[key]];
      if (canonical(left) === canonical(right)) return [];
      if (!isGroup(left) || !isGroup(right)) return [key];
      return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => canonical(left[name]) !== canonical(right[name])).map((name) => `${key}.${name}`);
    })
    .sort();
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with keys in order: a record written in another order is the same record. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (isGroup(item) ? Object.fromEntries(Object.entries(item).sort(([left], [right]) => (left < right ? -1 : 1))) : item)) ?? '';
}
