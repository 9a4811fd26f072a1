import { expect, test } from 'vitest';
import { denominatorOf, latestFigure } from '#curriculum/guidance/denominator-of.ts';
import { perThousand } from '#curriculum/guidance/per-thousand.ts';

const figures = [
  { code: '0657', period: '2020-01-01', value: 5_000, source: 'A' },
  { code: '0657', period: '2022-01-01', value: 5_400, source: 'B' },
  { code: '0657', period: '2024-01-01', value: null, source: 'C' },
  { code: '0615', period: '2022-01-01', value: 0, source: 'B' },
];

test('the latest figure by the day counts, and one that nobody knows is none', () => {
  const on = (day: string) => latestFigure(figures, '0657', day)?.value;
  expect([on('2019-12-31'), on('2021-12-31'), on('2026-11-24')]).toEqual([undefined, 5_000, 5_400]);
});

test('a sum has every source and year, and is unknown where one of its parts is', () => {
  const [herning, horsens] = ['0657', '0615'].map((code) => latestFigure(figures, code, '2026-11-24'));
  expect(denominatorOf([herning, { value: 10, period: '2020-01-01', source: 'A' }])).toEqual({
    ...{ value: 5_410, source: 'A; B', year: '2020–2022' },
  });
  expect(denominatorOf([herning, undefined])).toEqual({ value: null, source: null, year: null });
  expect(denominatorOf([])).toEqual({ value: null, source: null, year: null });
  // Nobody divides by nothing.
  expect(perThousand(9, denominatorOf([horsens]))).toEqual({ per1000: null, why: 'zero' });
});
