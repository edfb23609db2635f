/** What the offline page's script is given by the page. */
export const OFFLINE_WORDS = [
  'offlineOff', 'offlineOn', 'offlineUnsupported', 'offlineOnStick', 'offlineSwitchOn', 'offlineSwitchOff', 'offlineSwitchOffSure', 'offlineUpdate', 'offlineNothing', 'offlineUsed', 'offlineNewer', 'offlineKeep', 'offlineKeepName', 'offlineKept',
  'offlineDelete', 'offlineDeleteName', 'offlineUpdateName', 'offlineCancel', 'offlineDownloading', 'offlineDone', 'offlineDeleted', 'offlineCancelled', 'offlineFailed', 'offlineFull', 'offlineNoNetwork',
] as const;

export interface OfflineWords {
  language: string;
  /** Address of the site's root. */
  root: string;
  words: Record<(typeof OFFLINE_WORDS)[number], string>;
}
