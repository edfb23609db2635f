/** Which of the dated versions of a text stood on a day. */

/**
 * The version in force on a day: the newest that is not after it.
 *
 * @param dates days of the versions, ISO 8601, oldest first
 * @param day ISO 8601, whole or partial: a year or month is asked for as at its end
 * @returns place among the dates, or -1 where every version is later
 */
export function versionAsAt(dates: readonly string[], day: string): number {
  const end = `${day}\uFFFF`;
  return dates.findLastIndex((date) => date < end);
}
