import { expect, test } from 'vitest';
import { endingsByMonth } from '#curriculum/certification/expiry-timeline.ts';

test('the timeline counts a certificate in the month of its last valid day, from today on', () => {
  const ends = ['2026-11-24', '2026-11-25', '2026-12-01', '2027-01-01', '2027-02-15', '2028-11-01'].map(
    (validUntil) => ({ validUntil, count: validUntil === '2027-02-15' ? 3 : 1 }),
  );
  expect(endingsByMonth(ends, '2026-11-24', 4)).toEqual([
    { month: '2026-11-01', count: 2 },
    { month: '2026-12-01', count: 1 },
    { month: '2027-01-01', count: 0 },
    { month: '2027-02-01', count: 3 },
  ]);
});

test('the timeline has every month, even without an end, also from the last day of a long month', () => {
  const months = endingsByMonth([], '2027-01-31', 3);
  expect(months.map(({ month, count }) => `${month} ${count}`)).toEqual([
    '2027-01-01 0',
    '2027-02-01 0',
    '2027-03-01 0',
  ]);
});
