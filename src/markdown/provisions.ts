/**
 * Headings → provisions with eIds that are unique in their text.
 *
 * Markdown in:   ## Section 5 — Scope          ## s. 5. Scope           ## 18 U.S.C. 1956 {#sec_18-usc-1956}
 * Provisions:    sec_5 "Section 5" "Scope"     sec_5 "s. 5" "Scope"     sec_18-usc-1956 "18 U.S.C. 1956"
 *
 * A number that comes again is nested in the division it stands in (`att_1__art_1`), and counted where that is not enough.
 * A heading that names no provision gets an id from its words, so that it can be linked to all the same.
 */
import { isEid, nestEid, parseProvisionHeading } from '../domain/eid.ts';
import { slugify } from '../domain/iri.ts';

export interface Provision {
  eid: string;
  /** Printed number with its word: `Section 5`; empty for a heading without a number. */
  label: string;
  /** Words of the heading; empty where drafters give none. */
  heading: string;
  /** Depth of the heading in the Markdown, 1 to 6. */
  depth: number;
  /** True where the number was used before in this text, in the same division: a link to it leads to the first. */
  repeated: boolean;
}

/** Units that divide a text; those below them may begin to count anew. */
const DIVISIONS = /^(?:att|part|title|book|chp|dvs|subdvs|subsec)(?:_|$)/;

/**
 * Splits the id that a heading may carry from its words: `Scope {#sec_5}` → `Scope` and `sec_5`. The id may be no eId.
 * No regular expression: on a line of many spaces or braces it would take seconds.
 */
export function splitOwnId(text: string): { plain: string; id?: string } {
  const trimmed = text.trim();
  const start = trimmed.endsWith('}') ? trimmed.lastIndexOf('{#') : -1;
  if (start === -1 || trimmed.indexOf('}', start) !== trimmed.length - 1) return { plain: trimmed };
  return { plain: trimmed.slice(0, start).trimEnd(), id: trimmed.slice(start + 2, -1) };
}

/**
 * Reads headings one by one. The words of an id-less heading are cut so that ids stay short.
 *
 * @returns a function that takes the heading's text and depth in document order, and gives the provision
 */
export function provisionReader(): (text: string, depth: number) => Provision {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const divisions: { depth: number; eid: string }[] = [];
  return (text, depth) => {
    const { plain, id: own } = splitOwnId(text);
    const parsed = parseProvisionHeading(plain) ?? usCode(plain);
    const wanted = own !== undefined && isEid(own) ? own : (parsed?.eid ?? `hcontainer_${slugify(plain).slice(0, 40).replace(/-+$/, '')}`);
    while (divisions.length > 0 && divisions.at(-1)!.depth >= depth) divisions.pop();
    let eid = wanted;
    const division = divisions.at(-1);
    if (taken.has(eid) && division) eid = nestEid(division.eid, wanted);
    const stem = eid;
    // A counted id may be the printed number of another heading ("3-2"), so the count goes on until one is free.
    for (let count = counts.get(stem) ?? 2; taken.has(eid); count++) {
      eid = `${stem}-${count}`;
      counts.set(stem, count + 1);
    }
    taken.add(eid);
    if (DIVISIONS.test(wanted)) divisions.push({ depth, eid });
    return { eid, label: parsed?.label ?? '', heading: parsed ? parsed.heading : plain, depth, repeated: eid !== stem && parsed !== undefined && !DIVISIONS.test(wanted) };
  };
}

/** Sections of the United States Code: `18 U.S.C. 1956`. */
function usCode(text: string): { eid: string; label: string; heading: string } | undefined {
  const match = /^(?<title>\d+) U\.S\.C\. (?:§+\s*)?(?<section>[\da-z-]+)[.:—-]?\s*(?<heading>.*)$/u.exec(text);
  if (!match) return undefined;
  const { title, section, heading } = match.groups as { title: string; section: string; heading: string };
  return { eid: `sec_${title}-usc-${section}`, label: `${title} U.S.C. ${section}`, heading };
}
