import { describe, expect, it } from 'vitest';
import { clockAt, isOpen, offsetInWinter } from '../../../src/restricted/zone.ts';

describe('the clock of an authority', () => {
  it.each([
    ['Africa/Nairobi', '+03:00'], ['Europe/Vienna', '+01:00'], ['America/Santiago', '-04:00'], ['Pacific/Auckland', '+12:00'], ['Asia/Kathmandu', '+05:45'], ['Europe/Dublin', '+00:00'], ['Pacific/Apia', '+13:00'],
  ])('%s is at %s in winter, on either half of the globe', (zone, offset) => expect(offsetInWinter(zone)).toBe(offset));
  it('knows no zone that there is not', () => expect(offsetInWinter('Moon/Tycho')).toBeUndefined());
  it('tells day and time there, over midnight too', () => {
    expect(clockAt('Asia/Kolkata', new Date('2026-11-23T19:00:00Z'))).toMatchObject({ time: '00:30', weekday: 'tue', day: 24 });
  });
});

describe('an office is open', () => {
  const office = { time_zone: 'Africa/Nairobi', office_hours: [{ days: ['mon', 'tue'] as const, from: '08:30', to: '16:00' }], break_hours: { from: '12:30', to: '13:30' } };
  it.each([
    ['2026-11-23T05:29:00Z', false], ['2026-11-23T05:30:00Z', true], ['2026-11-23T09:45:00Z', false], ['2026-11-23T10:30:00Z', true], ['2026-11-23T13:00:00Z', false], ['2026-11-25T08:00:00Z', false],
  ])('at %s: %s', (instant, open) => expect(isOpen(office, new Date(instant))).toBe(open));
  it.each([
    // A watch from 22:00 to 06:00, Friday and Saturday nights (local time is UTC+5:45).
    ['2026-11-20T16:14:00Z', false], ['2026-11-20T16:15:00Z', true], ['2026-11-20T18:15:00Z', true], ['2026-11-21T00:14:00Z', true], ['2026-11-21T00:15:00Z', false],
    ['2026-11-22T00:00:00Z', true], ['2026-11-22T17:00:00Z', false], ['2026-11-23T00:00:00Z', false], ['2026-11-20T00:00:00Z', false],
  ])('over midnight, at %s: %s', (instant, open) => expect(isOpen({ time_zone: 'Asia/Kathmandu', office_hours: [{ days: ['fri', 'sat'], from: '22:00', to: '06:00' }] }, new Date(instant))).toBe(open));
  it('over midnight from Sunday to Monday, and from one year to the next', () => {
    const watch = { time_zone: 'UTC', office_hours: [{ days: ['sun', 'thu'] as const, from: '20:00', to: '02:00' }] };
    expect(['2026-11-23T01:59:00Z', '2026-11-23T02:00:00Z', '2027-01-01T01:00:00Z'].map((instant) => isOpen(watch, new Date(instant)))).toEqual([true, false, true]);
  });
  it.each(['23:59', '24:00'])('day and night, in the last minute of the day too, where its hours end at %s', (to) => {
    const watch = { time_zone: 'UTC', office_hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, from: '00:00', to }] };
    expect(isOpen(watch, new Date('2026-11-23T23:59:30Z'))).toBe(true);
  });
  it.each([
    // Vienna puts its clock forward on 29 March 2026 at 01:00 UTC and back on 25 October; New York on 8 March and 1 November.
    ['Europe/Vienna', '2026-03-27T07:00:00Z', '08:00', true], ['Europe/Vienna', '2026-03-27T06:59:00Z', '07:59', false], ['Europe/Vienna', '2026-03-30T06:00:00Z', '08:00', true], ['Europe/Vienna', '2026-10-26T06:30:00Z', '07:30', false],
    ['Europe/Vienna', '2026-03-29T00:59:00Z', '01:59', true], ['Europe/Vienna', '2026-03-29T01:00:00Z', '03:00', false], ['Europe/Vienna', '2026-10-25T00:30:00Z', '02:30', true], ['Europe/Vienna', '2026-10-25T01:30:00Z', '02:30', true],
    ['America/New_York', '2026-03-09T12:00:00Z', '08:00', true], ['America/New_York', '2026-11-02T12:30:00Z', '07:30', false], ['America/New_York', '2026-11-02T13:00:00Z', '08:00', true],
  ])('by the clock on its wall, in summer and winter: %s at %s is %s', (time_zone, instant, time, open) => {
    const office = { time_zone, office_hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] as const, from: '08:00', to: '16:00' }, { days: ['sat', 'sun'] as const, from: '23:00', to: '03:00' }] };
    expect(clockAt(time_zone, new Date(instant))!.time).toBe(time);
    expect(isOpen(office, new Date(instant))).toBe(open);
  });
  it('or nobody knows, where it gives no hours', () => expect(isOpen({ time_zone: 'Africa/Nairobi' }, new Date())).toBeUndefined());
});
