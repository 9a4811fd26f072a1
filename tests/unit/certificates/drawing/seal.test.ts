import { describe, expect, test } from 'vitest';
import { seal, stepLine, strands, svgPath } from '#certificates/drawing/seal.ts';

const pathsOf = (number: string) => seal(number).map(({ curve }) => svgPath(curve));

describe('the seal', () => {
  test('one number always gives the same drawing', () => {
    expect(seal('2026-00417')).toEqual(seal('2026-00417'));
    expect(strands('2026-00417', 88, 290, 576, 19)).toEqual(strands('2026-00417', 88, 290, 576, 19));
  });

  test('a hundred numbers in a row give a hundred drawings', () => {
    const drawings = Array.from({ length: 100 }, (_, at) => pathsOf(`2026-${String(at).padStart(5, '0')}`).join());
    expect(new Set(drawings).size).toBe(100);
  });

  test('it stays inside its circle', () => {
    for (const { curve } of seal('2026-00417')) {
      for (const point of curve.pieces.map((piece) => piece[2])) expect(Math.hypot(...point)).toBeLessThanOrEqual(100);
    }
  });

  test('every ring closes where it began', () => {
    for (const { curve } of seal('2026-00417')) {
      const [x, y] = curve.pieces.at(-1)![2];
      expect(Math.hypot(x - curve.start[0], y - curve.start[1])).toBeLessThan(0.02);
    }
  });

  test('a path for the screen begins at the start and bends from there', () => {
    const curve = {
      start: [0, 1] as [number, number],
      pieces: [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ] as any,
      ],
    };
    expect(svgPath(curve)).toBe('M0 1C1 2 3 4 5 6');
  });
});

describe('the line', () => {
  test('the strands leave from one point and meet the seal within their width', () => {
    for (const { start, pieces } of strands('2026-00417', 88, 290, 576, 19)) {
      expect(start).toEqual([88, 290]);
      const [x, y] = pieces.at(-1)![2];
      expect(y).toBe(576);
      expect(Math.abs(x - 88)).toBeLessThanOrEqual(19);
    }
  });

  test.each([1, 8, 21, 40])('%i marks stand apart, above the place where it unfurls', (steps) => {
    const { first, gap, markScale, unfurl } = stepLine(steps);
    const largestMark = 12.8 * markScale;
    expect(gap).toBeGreaterThan(largestMark);
    expect(first + gap * (steps - 1) + largestMark / 2).toBeLessThan(unfurl);
    expect(unfurl).toBeLessThanOrEqual(401);
  });
});
