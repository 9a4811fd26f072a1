import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { overrideStanding, overridesOverlap } from '#curriculum/readiness/override.ts';

const first = '2026-12-01';
const anyPeriod = fc
  .record({ from: fc.nat(30), lasts: fc.integer({ min: 1, max: 20 }), withdrawn: fc.option(fc.nat(60)) })
  .map(({ from, lasts, withdrawn }) => ({
    from: addDays(first, from),
    until: addDays(first, from + lasts),
    withdrawnOn: withdrawn === null ? null : addDays(first, withdrawn),
  }));
const days = Array.from({ length: 70 }, (_, at) => addDays(first, at - 5));

describe('an override', () => {
  const given = { from: '2026-12-01', until: '2027-02-01', withdrawnOn: null };
  test('is in force from its first day through its last', () => {
    const standing = (day: string) => overrideStanding(given, day);
    expect(['2026-11-30', '2026-12-01', '2027-01-31', '2027-02-01'].map(standing)).toEqual([
      ...['coming', 'in-force', 'in-force', 'ended'],
    ]);
  });
  test('that was withdrawn is not in force from that day on, and was until then', () => {
    const withdrawn = { ...given, withdrawnOn: '2026-12-15' };
    expect(['2026-12-14', '2026-12-15', '2027-03-01'].map((day) => overrideStanding(withdrawn, day))).toEqual([
      ...['in-force', 'withdrawn', 'withdrawn'],
    ]);
  });
  test('overlaps another exactly if both are in force on some day', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (one, other) => {
        const both = days.some((day) => [one, other].every((each) => overrideStanding(each, day) === 'in-force'));
        expect(overridesOverlap(one, other)).toBe(both);
      }),
    );
  });
});
