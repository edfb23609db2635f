/**
 * Numbers of provisions as terms of the index, so that "s 5" of a law leads to the very block.
 *
 * Articles, sections, rules, regulations and paragraphs are known by their number alone (`#5`): what one language version calls a
 * section another calls an article. Parts, chapters and annexes keep their word (`#chp_3`).
 */

const BY_NUMBER = new Set(['art', 'sec', 'rule', 'reg', 'para']);

/** eId → its terms: `att_1__art_3` → `#3`; none where it has no number. */
export function numberTerms(eid: string): string[] {
  const last = eid.split('__').at(-1)!;
  const [unit, number] = last.split('_') as [string, string | undefined];
  if (!number || unit === 'hcontainer') return [];
  return [BY_NUMBER.has(unit) ? `#${number}` : `#${last}`];
}
