import { expect, test } from 'vitest';
import { chanceKey } from '#app/components/readiness/forecast/chance-key.ts';

test('a chance is never said to be none or certain, and 0.95 is 9 out of 10', () => {
  expect(chanceKey(0)).toEqual({ key: 'below', count: 1 });
  expect(chanceKey(0.05)).toEqual({ key: 'of-ten', count: 1 });
  expect(chanceKey(0.34)).toEqual({ key: 'of-ten', count: 3 });
  expect(chanceKey(0.95)).toEqual({ key: 'of-ten', count: 9 });
  expect(chanceKey(1)).toEqual({ key: 'above', count: 9 });
});
