/** Two versions of a text → what changed, provision by provision, in the order of the newer one with what was removed where it stood. */
import type { ProvisionLines } from './provision-lines.ts';
import { compareWords, type Change } from './words.ts';

export interface ProvisionChange {
  eid: string;
  kind: 'changed' | 'added' | 'removed';
  heading: Change[];
  /** Paragraphs are parted by line feeds. */
  text: Change[];
}

export interface Comparison {
  changes: ProvisionChange[];
  /** Provisions that stayed word for word; white space may differ. What stands before the first heading is none. */
  unchanged: number;
}

/** Compares two versions. A provision is known by its eId: one that was given another number was removed there and added here. */
export function compareVersions(before: readonly ProvisionLines[], after: readonly ProvisionLines[]): Comparison {
  const old = new Map(before.map((provision, index) => [provision.eid, { provision, index }]));
  const kept = new Set(after.map(({ eid }) => eid));
  const changes: ProvisionChange[] = [];
  let unchanged = 0;
  let next = 0;
  const removedUpTo = (end: number): void => {
    for (; next < end; next++) {
      const gone = before[next]!;
      if (!kept.has(gone.eid)) changes.push({ eid: gone.eid, kind: 'removed', heading: whole('removed', gone.heading), text: whole('removed', textOf(gone)) });
    }
  };
  for (const provision of after) {
    const twin = old.get(provision.eid);
    if (!twin) {
      changes.push({ eid: provision.eid, kind: 'added', heading: whole('added', provision.heading), text: whole('added', textOf(provision)) });
      continue;
    }
    removedUpTo(twin.index);
    if (solid(twin.provision) === solid(provision)) unchanged += provision.eid === '' ? 0 : 1;
    else changes.push({ eid: provision.eid, kind: 'changed', heading: compareWords(twin.provision.heading, provision.heading), text: compareWords(textOf(twin.provision), textOf(provision)) });
  }
  removedUpTo(before.length);
  return { changes, unchanged };
}

function textOf({ lines }: ProvisionLines): string {
  return lines.join('\n');
}

/** Heading and text without white space, which two consolidations of one text set differently; paragraphs are kept apart. */
function solid(provision: ProvisionLines): string {
  return `${provision.heading}\0${textOf(provision)}`.replace(/[^\S\n]+/gu, '');
}

function whole(kind: 'added' | 'removed', text: string): Change[] {
  return text === '' ? [] : [{ kind, text }];
}
