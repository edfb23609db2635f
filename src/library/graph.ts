/** Relations of the library read backwards: which provisions answer an article, which cases apply it, what a State has. */
import { parseCitation } from '../domain/citation.ts';
import type { Provision } from '../schema/law.ts';
import { workPath, type CaseWork, type LawWork, type Library } from './library.ts';

/** A provision of a national law that is classified under an article. */
export interface Implementation {
  law: LawWork;
  /** eId of the provision in the law. */
  eid: string;
  provision: Provision;
}

export interface CaseRelation {
  case: CaseWork;
  /** `applies`: named or compared in the decision or its sources; `illustrates`: shows the article's subject in practice. */
  relation: 'applies' | 'illustrates';
}

/** What is known of a State's law on an article; coverage.ts works it out. */
export type Coverage = 'found' | 'partly' | 'not_found' | 'not_reviewed';

export interface Graph {
  /** `work path#eid` → provisions of national laws. */
  implementations: ReadonlyMap<string, readonly Implementation[]>;
  /** `work path#eid` → cases. */
  cases: ReadonlyMap<string, readonly CaseRelation[]>;
  /** State's code → its laws. */
  lawsByState: ReadonlyMap<string, readonly LawWork[]>;
  /** State's code → cases that involve it. */
  casesByState: ReadonlyMap<string, readonly CaseWork[]>;
}

/** Builds the graph of a library. */
export function buildGraph(library: Library): Graph {
  const implementations = new Map<string, Implementation[]>();
  const cases = new Map<string, CaseRelation[]>();
  const lawsByState = new Map<string, LawWork[]>();
  const casesByState = new Map<string, CaseWork[]>();
  for (const law of library.laws.values()) {
    push(lawsByState, law.data.jurisdiction, law);
    for (const country of law.data.countries ?? []) if (country !== law.data.jurisdiction) push(lawsByState, country, law);
    for (const [eid, provision] of Object.entries(law.data.provisions ?? {})) {
      for (const reference of provision.implements) push(implementations, articleKey(library, reference), { law, eid, provision });
    }
  }
  for (const work of library.cases.values()) {
    for (const country of new Set([work.data.jurisdiction, ...work.data.countries])) push(casesByState, country, work);
    const applied = new Set(work.data.applies.map((reference) => articleKey(library, reference)));
    for (const key of applied) push(cases, key, { case: work, relation: 'applies' });
    for (const reference of work.data.illustrates ?? []) {
      const key = articleKey(library, reference);
      if (!applied.has(key)) push(cases, key, { case: work, relation: 'illustrates' });
    }
  }
  return { implementations, cases, lawsByState, casesByState };
}

/** Reference → key of the graph: `untoc#art_18` → `un/act/convention/unga/2000-11-15/untoc#art_18`. */
export function articleKey(library: Library, reference: string): string {
  const citation = parseCitation(reference)!;
  return `${workPath(library, citation.work) ?? citation.work}#${citation.eid ?? ''}`;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
