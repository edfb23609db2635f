/** Time zones (IANA names) and what the clock says there; Node and browsers know them alike, so no table is shipped. */
import { DAYS, type Day } from './vocabulary.ts';

/** Years differ in when summer time begins, never in what winter time is; any recent year would do. */
const YEAR = 2026;

/** Offset from UTC in winter, such as `+03:00`; undefined where there is no such zone. Winter is the season with the smaller offset. */
export function offsetInWinter(zone: string): string | undefined {
  const offsets = [0, 6].map((month) => offsetAt(zone, new Date(Date.UTC(YEAR, month, 15, 12))));
  if (offsets[0] === undefined || offsets[1] === undefined) return undefined;
  const minutes = Math.min(offsets[0], offsets[1]);
  const sign = minutes < 0 ? '-' : '+';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function offsetAt(zone: string, instant: Date): number | undefined {
  const local = clockAt(zone, instant);
  return local && Math.round((Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000);
}

export interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  weekday: Day;
  /** `08:05`. */
  time: string;
}

/** What clock and calendar say in a zone at an instant; undefined where there is no such zone. */
export function clockAt(zone: string, instant: Date): Clock | undefined {
  let parts: Record<string, string>;
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', weekday: 'short', hourCycle: 'h23' });
    parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  } catch {
    return undefined; // RangeError: no such zone
  }
  const number = (name: string): number => Number(parts[name]);
  return { year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute'), weekday: DAYS.find((day) => day === parts['weekday']!.toLowerCase())!, time: `${parts['hour']}:${parts['minute']}` };
}

export interface Hours {
  office_hours?: readonly { days: readonly Day[]; from: string; to: string }[] | undefined;
  break_hours?: { from: string; to: string } | undefined;
  time_zone: string;
}

/** Time of day → minutes since midnight. Many write the last minute of a day for its end. */
export function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return time === '23:59' ? 24 * 60 : hour * 60 + minute;
}

/**
 * Whether an office is open at an instant, by the clock on its wall; undefined where it gives no hours.
 *
 * Hours from 22:00 to 06:00 begin on the day they name and end on the next. Public holidays are not known here. Where the clock is put
 * forward, the hour that is left out is no hour of any office; where it is put back, the hour that comes twice counts twice.
 */
export function isOpen({ office_hours = [], break_hours, time_zone }: Hours, instant: Date): boolean | undefined {
  const clock = clockAt(time_zone, instant);
  if (!clock || office_hours.length === 0) return undefined;
  const now = clock.hour * 60 + clock.minute;
  const yesterday = DAYS[(DAYS.indexOf(clock.weekday) + DAYS.length - 1) % DAYS.length]!;
  const isIn = (days: readonly Day[], from: number, to: number): boolean =>
    from < to ? days.includes(clock.weekday) && from <= now && now < to : (days.includes(clock.weekday) && from <= now) || (days.includes(yesterday) && now < to);
  const isBreak = break_hours !== undefined && isIn(DAYS, minutesOf(break_hours.from), minutesOf(break_hours.to));
  return !isBreak && office_hours.some(({ days, from, to }) => isIn(days, minutesOf(from), minutesOf(to)));
}
