/** What the search page's script is given by the page: its words and names in one language. */
import type { InterfaceLanguage } from '../domain/language.ts';
import type { Facet } from './facets.ts';

/** Keys of the dictionary the script uses. */
export const WORDS = [
  'searching', 'searchNone', 'searchEmpty', 'searchNoWord', 'searchCut', 'searchFailed', 'searchRetry', 'searchNearest', 'searchPartly', 'searchNotVerbatim', 'searchElsewhere', 'searchKept',
  'searchRemove', 'searchClear', 'searchMore', 'searchAllIn', 'article', 'previous', 'next', 'page', 'pages', 'international',
] as const;

export interface SearchWords {
  language: InterfaceLanguage;
  /** Address of the site's root, and of the index. */
  root: string;
  index: string;
  /** Name of a page's file, for a library read from files: `index.html`. Servers know it. */
  file?: string;
  words: Record<(typeof WORDS)[number], string>;
  /** Plural form → "{n} results". */
  results: Record<string, string>;
  /** Names of facets. */
  facets: Record<Facet, string>;
  /** Names of their values; years are their own names, other values are made from these. */
  names: Partial<Record<Facet, Record<string, string>>>;
}
