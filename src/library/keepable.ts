/** What belongs together for a reader who keeps a part of the library on her device: a State, a convention with what hangs on it. */
import type { Graph } from './graph.ts';
import { instruments, type Library } from './library.ts';

/**
 * Works by what they are kept with.
 *
 * @returns `state-ke`, `convention-untoc` → paths of works, in order
 */
export function keptTogether(library: Library, graph: Graph): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const code of library.states.keys()) {
    const works = new Set([...(graph.lawsByState.get(code) ?? []), ...(graph.casesByState.get(code) ?? [])].map(({ path }) => path));
    sets.set(`state-${code}`, [...works].sort());
  }
  for (const work of instruments(library)) {
    const works = new Set([work.path]);
    for (const [article, found] of graph.implementations) if (article.startsWith(`${work.path}#`)) for (const { law } of found) works.add(law.path);
    for (const [article, found] of graph.cases) if (article.startsWith(`${work.path}#`)) for (const relation of found) works.add(relation.case.path);
    sets.set(`convention-${work.data.alias!}`, [...works].sort());
  }
  return sets;
}
