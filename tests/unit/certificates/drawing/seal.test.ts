import { describe, expect, test } from 'vitest';
import { seal, stepLine, strands, svgPath } from '#certificates/drawing/seal.ts';

const pathsOf = (number: string) => seal(number).map(({ curve }) => svgPath(curve));

describe('the seal', () => {
  test('always has the same drawing for the same number', () => {
    expect(seal('2026-00417')).toEqual(seal('2026-00417'));
    expect(strands('2026-00417', 88, 290, 576, 19)).toEqual(strands('2026-00417', 88, 290, 576, 19));
  });

  test('has a hundred drawings for a hundred numbers in a row', () => {
    const drawings = Array.from({ length: 100 }, (_, at) => pathsOf(`2026-${String(at).padStart(5, '0')}`).join());
    expect(new Set(drawings).size).toBe(100);
  });

  test('stays inside its circle', () => {
    for (const { curve } of seal('2026-00417')) {
      for (const point of curve.pieces.map((piece) => piece[2])) expect(Math.hypot(...point)).toBeLessThanOrEqual(100);
    }
  });

  test('has rings that close where they began', () => {
    for (const { curve } of seal('2026-00417')) {
      const [x, y] = curve.pieces.at(-1)![2];
      expect(Math.hypot(x - curve.start[0], y - curve.start[1])).toBeLessThan(0.02);
    }
  });

  test('has an SVG path that begins at its start point and consists of curves', () => {
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

describe('the line of steps', () => {
  test('fans out from one point and meets the seal within its width', () => {
    for (const { start, pieces } of strands('2026-00417', 88, 290, 576, 19)) {
      expect(start).toEqual([88, 290]);
      const [x, y] = pieces.at(-1)![2];
      expect(y).toBe(576);
      expect(Math.abs(x - 88)).toBeLessThanOrEqual(19);
    }
  });

  test.each([1, 8, 21, 40])('has room for %i marks above the point where it fans out', (steps) => {
    const { first, gap, markScale, unfurl } = stepLine(steps);
    const largestMark = 12.8 * markScale;
    expect(gap).toBeGreaterThan(largestMark);
    expect(first + gap * (steps - 1) + largestMark / 2).toBeLessThan(unfurl);
    expect(unfurl).toBeLessThanOrEqual(401);
  });
});
