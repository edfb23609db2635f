/** Whole and partial ISO 8601 dates: `2010`, `2010-10`, `2010-10-08`. Kept as strings: a law's date has no time zone. */

const PARTIAL_DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/;

/** True for a year, a month or a day that the calendar has. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL_DATE.exec(text);
  if (!match) return false;
  const { month, day } = match.groups!;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false;
  if (day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(match.groups!['year']), Number(month));
}

/** True for a whole date `yyyy-mm-dd` that the calendar has. */
export function isWholeDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** Year of a partial date: `2010-10-08` → `2010`. */
export function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** Orders partial dates, earliest first; a year comes before its months. */
export function compareDates(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Writes a partial date for people, as precise as it is: `2010-10` → `October 2010`.
 *
 * @param tag BCP 47; numerals are always Latin, as in citations
 */
export function formatDate(date: string, tag: string): string {
  const key = `${tag} ${date}`;
  let words = formatted.get(key);
  if (words === undefined) formatted.set(key, (words = format(date, tag)));
  return words;
}

/** The same dates are shown on many pages, and Intl is slow. */
const formatted = new Map<string, string>();

function format(date: string, tag: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return String(year);
  const value = new Date(Date.UTC(2000, month - 1, day ?? 1));
  value.setUTCFullYear(year);
  return formatter(tag, day !== undefined).format(value);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${tag}|${withDay}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(`${tag}-u-nu-latn-ca-gregory`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(withDay ? { day: 'numeric' } : {}),
    });
    formatters.set(key, found);
  }
  return found;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
