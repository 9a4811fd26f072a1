import { expect, test } from 'vitest';
import { perThousand } from '#curriculum/guidance/per-thousand.ts';

test.each([
  [612, 1_326_340, { per1000: 0.46, why: null }],
  [0, 1000, { per1000: 0, why: null }],
  [7, null, { per1000: null, why: 'no-figure' }],
  [7, 0, { per1000: null, why: 'zero' }],
  [null, 1000, { per1000: null, why: 'hidden' }],
  [null, null, { per1000: null, why: 'hidden' }],
] as const)('%s sessions for %s people are %j', (count, value, rate) =>
  expect(perThousand(count, { value })).toEqual(rate),
);
