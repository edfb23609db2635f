/**
 * What is known of every State's law on every article, worked out once for a graph: pages ask for one article, or for one cell, at no cost.
 *
 * A provision classified with high confidence counts as found, one of medium or low confidence as partly, and so does any provision
 * of a law of which it is not known whether it is in force. A law repealed, drafted or not yet in force counts for nothing. A review by
 * an editor goes before all of this. What is not in the index was not reviewed, which says nothing about the State.
 */
import type { Law } from '../schema/law.ts';
import type { Review } from '../schema/review.ts';
import { articleKey, type Coverage, type Graph, type Implementation } from './graph.ts';
import type { Library } from './library.ts';

/** One State's law on one article, where something is known of it. */
export interface Cell {
  finding: Exclude<Coverage, 'not_reviewed'>;
  provisions: readonly Implementation[];
  review?: Review;
}

/** `work path#eid` → State's code → what is known. */
export type CoverageIndex = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

const indexes = new WeakMap<Graph, CoverageIndex>();

/** The index of a graph; made at the first call. */
export function coverageIndex(library: Library, graph: Graph): CoverageIndex {
  const made = indexes.get(graph) ?? buildIndex(library, graph);
  indexes.set(graph, made);
  return made;
}

const NOTHING: ReadonlyMap<string, Cell> = new Map();

/**
 * What is known of an article, by State.
 *
 * @param article key of the graph: `un/act/convention/unga/2000-11-15/untoc#art_18`
 */
export function coverageOf(library: Library, graph: Graph, article: string): ReadonlyMap<string, Cell> {
  return coverageIndex(library, graph).get(article) ?? NOTHING;
}

/** Statuses of texts that are not, or no longer, a State’s law. */
const NO_LAW: ReadonlySet<Law['status']> = new Set(['repealed', 'not_in_force', 'draft']);

function buildIndex(library: Library, graph: Graph): CoverageIndex {
  const index = new Map<string, Map<string, Cell>>();
  const cellsOf = (article: string): Map<string, Cell> => {
    const cells = index.get(article) ?? new Map<string, Cell>();
    index.set(article, cells);
    return cells;
  };
  for (const [article, implementations] of graph.implementations) {
    const cells = cellsOf(article);
    for (const found of implementations) {
      const state = found.law.data.jurisdiction;
      if (state === 'un' || state === 'int' || NO_LAW.has(found.law.data.status)) continue;
      const before = cells.get(state);
      const finding = before?.finding === 'found' || (found.provision.confidence === 'high' && found.law.data.status !== 'unknown') ? 'found' : 'partly';
      cells.set(state, { finding, provisions: [...(before?.provisions ?? []), found] });
    }
  }
  for (const review of library.reviews) {
    const cells = cellsOf(articleKey(library, review.article));
    cells.set(review.state, { finding: review.finding, provisions: cells.get(review.state)?.provisions ?? [], review });
  }
  return index;
}
