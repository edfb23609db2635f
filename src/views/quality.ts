/** What the library knows about its own records, counted from the content at every build. */
import { yearOf } from '../domain/date.ts';
import { UNVERIFIED } from '../markdown/text.ts';
import { bodyOf } from '../library/read.ts';
import type { Entry } from '../library/entry.ts';
import type { Site } from '../site.ts';
import { instruments, nationalLaws, treaties } from '../library/library.ts';

export interface QualityRow {
  kind: 'kindConvention' | 'kindLaw' | 'kindTreaty' | 'kindCase' | 'kindState' | 'kindCrime' | 'kindNetwork';
  records: number;
  verified: number;
  /** Marks `[unverified]` in texts and front matter. */
  statements: number;
  /** Fields or statements listed as unverified in the provenance. */
  listed: number;
}

export interface Quality {
  rows: QualityRow[];
  levels: Map<string, number>;
  languages: Map<string, number>;
  years: Map<string, number>;
  hosts: Map<string, number>;
  confidence: Map<string, number>;
  statuses: Map<string, number>;
  penalties: number;
  /** Headings of articles, in any language, that were not compared with a copy of the text in that language. */
  headings: number;
}

const cache = new WeakMap<Site, Quality>();

export function quality(site: Site): Quality {
  const known = cache.get(site);
  if (known) return known;
  const { library } = site;
  const made: Quality = { rows: [], levels: new Map(), languages: new Map(), years: new Map(), hosts: new Map(), confidence: new Map(), statuses: new Map(), penalties: 0, headings: 0 };
  const firsts = <Value>(groups: Iterable<ReadonlyMap<string, Value>>): Value[] => [...groups].map((group) => [...group.values()][0]!);
  const kinds: [QualityRow['kind'], readonly Entry<Provenanced>[]][] = [
    ['kindConvention', instruments(library).map(({ expressions }) => expressions[0]!)],
    ['kindLaw', nationalLaws(library).map(({ expressions }) => expressions[0]!)],
    ['kindTreaty', treaties(library).map(({ expressions }) => expressions[0]!)],
    ['kindCase', [...library.cases.values()].map(({ expressions }) => expressions[0]!)],
    ['kindState', [...library.states.values()]],
    ['kindCrime', firsts(library.crimes.values())],
    ['kindNetwork', firsts(library.networks.values())],
  ];
  for (const [kind, entries] of kinds) {
    let verified = 0;
    let statements = 0;
    let listed = 0;
    for (const entry of entries) {
      const { provenance } = entry.data;
      if (provenance.verified) verified++;
      listed += provenance.unverified?.length ?? 0;
      statements += countMarks(JSON.stringify(entry.data)) + (isFullText(entry.data) ? 0 : countMarks(bodyOf(library, entry)));
      add(made.levels, provenance.verification_level ?? 'full');
      for (const host of new Set(provenance.source.map(hostOf))) add(made.hosts, host);
    }
    if (entries.length > 0) made.rows.push({ kind, records: entries.length, verified, statements, listed });
  }
  for (const work of [...library.laws.values(), ...library.cases.values()]) {
    for (const { expression } of work.expressions) add(made.languages, expression.language);
    if (work.data.date_document) add(made.years, `${yearOf(work.data.date_document).slice(0, 3)}0`);
  }
  for (const { data, expressions } of instruments(library)) {
    const articles = Object.values(data.articles ?? {});
    const unread = articles.filter(({ heading_verified }) => !heading_verified).length;
    for (const { data: expression } of expressions) made.headings += expression.headings_verified === false ? articles.length : unread;
  }
  for (const { data } of nationalLaws(library)) {
    add(made.statuses, data.status);
    for (const provision of Object.values(data.provisions ?? {})) {
      add(made.confidence, provision.confidence);
      if (provision.penalties) made.penalties++;
    }
  }
  cache.set(site, made);
  return made;
}

interface Provenanced {
  provenance: { verified: boolean; verification_level?: string | undefined; unverified?: string[] | undefined; source: string[] };
}

/** Full texts are quoted law: they carry no marks of ours, and reading thousands of them would cost seconds. */
function isFullText(data: object): boolean {
  return (data as { text?: string }).text === 'full';
}

function countMarks(text: string): number {
  return text.split(UNVERIFIED).length - 1;
}

function hostOf(source: string): string {
  const address = /https?:\/\/([^/\s)]+)/.exec(source);
  return address ? address[1]!.replace(/^www\./, '') : source.length > 60 ? `${source.slice(0, 58)}…` : source;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
