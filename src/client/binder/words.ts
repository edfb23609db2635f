/** What the binder page's script is given by the page. */
export const BINDER_WORDS = [
  'binderAdopt', 'binderAdoptSure', 'binderBroken', 'binderClearSure', 'binderCompiled', 'binderCopied', 'binderDown', 'binderFull', 'binderGone', 'binderJoin', 'binderLeftOut', 'binderLoading', 'binderMoved', 'binderNoProvision',
  'binderNoStorage', 'binderOnStick', 'binderReady', 'binderRemove', 'binderRemoved', 'binderUntitled', 'binderUnreachable', 'binderUp', 'manualContents', 'siteName',
] as const;

export interface BinderWords {
  language: string;
  /** Address of the site's root. */
  root: string;
  /** What a folder's page is called: nothing on a server, `index.html` where pages are read from files (scripts/package). */
  file: string;
  words: Record<(typeof BINDER_WORDS)[number], string>;
}
