import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  startOfDay,
  withOffset,
} from '#curriculum/calendar/calendar-day.ts';
import { later } from '#curriculum/flow/duration.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('2000-01-01', n));

describe('a day in Copenhagen', () => {
  test('begins before the day in UTC', () => {
    expect(dayOf('2026-06-30T22:30:00.000Z')).toBe('2026-07-01');
    expect(dayOf('2026-12-31T22:30:00.000Z')).toBe('2026-12-31');
  });
  test('has 23 hours when summer time begins and 25 when it ends', () => {
    const hours = (day: string) =>
      Math.round((Date.parse(endOfDay(day)) + 1 - Date.parse(startOfDay(day))) / 3_600_000);
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-24')]).toEqual([23, 25, 24]);
  });
  test('has summer time from the last Sunday of March to the last of October, in every year that a certificate may name', () => {
    const lastSunday = (year: number, month: number) => {
      const last = new Date(Date.UTC(year, month, 0));
      return addDays(last.toISOString().slice(0, 10), -last.getUTCDay());
    };
    fc.assert(
      fc.property(fc.integer({ min: 1996, max: 2199 }), fc.integer({ min: 0, max: 364 }), (year, at) => {
        const day = addDays(`${year}-01-01`, at);
        const isSummer = lastSunday(year, 3) < day && day <= lastSunday(year, 10);
        expect(startOfDay(day), day).toBe(`${addDays(day, -1)}T${isSummer ? 22 : 23}:00:00.000Z`);
        expect(dayOf(`${addDays(day, -1)}T22:30:00.000Z`), day).toBe(isSummer ? day : addDays(day, -1));
        expect(withOffset(day, '12:00:00'), day).toContain(
          lastSunday(year, 3) <= day && day < lastSunday(year, 10) ? '+02:00' : '+01:00',
        );
      }),
    );
  });
  test('contains every one of its instants', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect([dayOf(startOfDay(day)), dayOf(endOfDay(day))]).toEqual([day, day]);
        expect(Date.parse(startOfDay(addDays(day, 1))) - Date.parse(endOfDay(day))).toBe(1);
      }),
    );
  });
  test('is found for every instant in it, even if that hour was looked up before', () => {
    const instants = fc.date({ min: new Date('1920-01-01'), max: new Date('2110-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 3_599_999 }), (date, later) => {
        for (const time of [date.getTime(), date.getTime() + later]) {
          const instant = new Date(time).toISOString();
          const day = dayOf(instant);
          expect(startOfDay(day) <= instant && instant <= endOfDay(day), instant).toBe(true);
        }
      }),
    );
  });
  test('is moved to the last day of a month that lacks it', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  });
  test('is counted back to after days are added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    );
  });
  test('must exist to be accepted', () => {
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'i dag'].some(isDay)).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
  });
});

describe('a length of time', () => {
  test('in hours is exact when summer time begins or ends', () =>
    expect(later('2026-03-28T12:00:00.000Z', 24 * 3_600_000)).toBe('2026-03-29T12:00:00.000Z'));
  test('in days ends with the last of them in Copenhagen', () => {
    expect(later('2026-03-20T23:30:00.000Z', { days: 14 })).toBe('2026-04-04T21:59:59.999Z');
    expect(later('2026-10-20T10:00:00.000Z', { days: 7 })).toBe('2026-10-27T22:59:59.999Z');
  });
});

describe('counting days', () => {
  const anyDate = fc
    .record({ year: fc.integer({ min: 100, max: 9900 }), at: fc.integer({ min: 0, max: 364 }) })
    .map(({ year, at }) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: at }));
  test('gives the same day as Temporal, also at the ends of months and in years long ago', () => {
    fc.assert(
      fc.property(anyDate, anyDate, fc.integer({ min: -1_000, max: 1_000 }), (one, other, days) => {
        expect(addDays(one.toString(), days)).toBe(one.add({ days }).toString());
        expect(addMonths(one.toString(), days)).toBe(one.add({ months: days }).toString());
        expect(daysBetween(one.toString(), other.toString())).toBe(one.until(other, { largestUnit: 'days' }).days);
      }),
      { numRuns: 500 },
    );
  });
  test.each(['2026-02-30', '2026-13-01', 'i dag', ''])('refuses "%s", which is no day', (day) => {
    expect(() => addDays(day, 1)).toThrow(RangeError);
    expect(() => addMonths(day, 1)).toThrow(RangeError);
    expect(() => daysBetween(day, '2026-01-01')).toThrow(RangeError);
  });
  test('refuses half a day', () => expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError));
});
