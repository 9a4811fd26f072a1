import { expect, test } from 'vitest';
import { formatDay, formatDayOf, formatInstant, formatMonth, formatMonthOfYear } from '#app/words/format.ts';

test('a time is formatted alike however often and in whatever order it is formatted', () => {
  for (let round = 0; round < 2; round++) {
    expect(formatDay('da', '2026-11-04')).toBe('4. november 2026');
    expect(formatDay('en', '2026-11-04')).toBe('4 November 2026');
    expect(formatMonth('da', '2026-05-31')).toBe('maj');
    expect(formatMonth('en', '2026-05-31')).toBe('May');
    expect(formatMonthOfYear('da', '2026-11-04')).toBe('nov. 2026');
    // Summer time, winter time, and an instant that is on another day in Copenhagen.
    expect(formatInstant('da', '2026-07-01T22:30:00.000Z')).toBe('2. juli 2026 kl. 00.30');
    expect(formatInstant('en', '2026-07-01T22:30:00.000Z')).toBe('2 July 2026 at 00:30');
    expect(formatInstant('da', '2026-12-31T22:59:00.000Z')).toBe('31. december 2026 kl. 23.59');
    expect(formatDayOf('da', '2026-12-31T23:00:00.000Z')).toBe('1. januar 2027');
  }
});

test('the days of twelve years are all formatted right', () => {
  const first = Date.UTC(2026, 0, 1);
  const days = Array.from({ length: 4_500 }, (_, at) => new Date(first + at * 86_400_000).toISOString().slice(0, 10));
  for (const day of [...days, ...days]) expect(formatDay('da', day)).toMatch(`${Number(day.slice(8))}. `);
  for (const day of days) expect(formatDay('en', day).endsWith(` ${day.slice(0, 4)}`)).toBe(true);
});

test('a day is formatted as that day in every time zone', () => {
  for (const wrong of ['2026-11-24T23:30:00.000Z', '2026-13-01', ''])
    expect(() => formatDay('da', wrong)).toThrow(RangeError);
});
