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
  it('or nobody knows, where it gives no hours', () => expect(isOpen({ time_zone: 'Africa/Nairobi' }, new Date())).toBeUndefined());
});
