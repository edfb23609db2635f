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

/** Whether an office is open at an instant; undefined where it gives no hours. Public holidays are not known here. */
export function isOpen({ office_hours = [], break_hours, time_zone }: Hours, instant: Date): boolean | undefined {
  const now = clockAt(time_zone, instant);
  if (!now || office_hours.length === 0) return undefined;
  const within = (from: string, to: string): boolean => from <= now.time && now.time < to;
  return office_hours.some(({ days, from, to }) => days.includes(now.weekday) && within(from, to)) && !(break_hours && within(break_hours.from, break_hours.to));
}
