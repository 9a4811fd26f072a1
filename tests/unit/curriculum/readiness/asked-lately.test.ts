import { expect, test } from 'vitest';
import { isAskedLately } from '#curriculum/readiness/asked-lately.ts';

test('a paper was asked for lately for 14 days', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-12-07', '2026-12-08'];
  expect(days.map((today) => isAskedLately('2026-11-24', today))).toEqual([false, true, true, false]);
});
