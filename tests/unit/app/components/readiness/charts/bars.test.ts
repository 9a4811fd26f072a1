import { expect, test } from 'vitest';
import { barsOf } from '#app/components/readiness/charts/bars.server.ts';

const bar = (label: string, ...values: number[]) => ({
  ...{ label, text: String(values.length) },
  parts: values.map((value, at) => ({ value, fill: (['dark', 'soft', 'dots'] as const)[at]! })),
});

test('the parts of a bar follow each other without a gap, and twice as much is twice as wide', () => {
  const { rows, left } = barsOf([bar('a', 2, 4), bar('b', 3)]);
  const [first, second] = rows[0]!.rects;
  expect(first!.x).toBe(left);
  expect(second!.x).toBeCloseTo(first!.x + first!.width, 1);
  expect(second!.width).toBeCloseTo(2 * first!.width, 0);
  expect(rows[0]!.end).toBeCloseTo(second!.x + second!.width, 1);
});

test('what is 0 is not drawn, and a drawing of nothing still has a scale', () => {
  const view = barsOf([bar('a', 0, 0)]);
  expect(view.rows[0]).toMatchObject({ rects: [], end: view.left });
  expect(view.ticks.map(({ value }) => value)).toEqual([0, 1]);
});

test('the scale reaches as far as asked, with whole numbers', () => {
  const { ticks, rows } = barsOf([bar('a', 49)], { most: 98 });
  expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
  expect(rows[0]!.end).toBeLessThan(ticks.at(-1)!.x);
});
