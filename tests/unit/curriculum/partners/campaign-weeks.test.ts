import { expect, test } from 'vitest';
import { campaignWeeksFrom, daysOfWeek } from '#curriculum/partners/campaign-weeks.ts';

test.each([
  [2026, 1, '2025-12-29', '2026-01-04'],
  [2026, 53, '2026-12-28', '2027-01-03'],
  [2027, 1, '2027-01-04', '2027-01-10'],
  [2027, 6, '2027-02-08', '2027-02-14'],
])('week %i-%i goes from Monday %s to Sunday %s', (year, week, from, to) =>
  expect(daysOfWeek({ year, week })).toEqual({ from, to }),
);

test('a campaign week is listed until its Sunday, the next week first', () => {
  const weeks = (day: string) => campaignWeeksFrom(day).map(({ week }) => week);
  expect(weeks('2027-02-14')).toEqual([6, 10, 20, 36, 43]);
  expect(weeks('2027-02-15')).toEqual([10, 20, 36, 43]);
  expect(weeks('2028-01-01')).toEqual([]);
});
