import type { OutlinedMap } from './report-data.ts';

export type Point = [x: number, y: number];
export type Outline = { code: string; rings: Point[][] };

const step = /([MmLlHhVvZz])|(-?\d+(?:\.\d+)?)/g;

/**
 * Reads outlines as they stand in an SVG path of straight lines, on a coarser grid: every point goes to the nearest crossing, so
 * that neighbours keep the same border, and points that fall together are left out.
 */
export function outlinesOf({ paths, x, y }: OutlinedMap, grid: number): Outline[] {
  const inBox = (ring: readonly Point[]) => ring.map(([px, py]): Point => [px - x, py - y]);
  return paths.map(({ code, d }) => ({
    code,
    rings: ringsOf(d)
      .map((ring) => coarser(inBox(ring), grid))
      .filter(isRing),
  }));
}

function ringsOf(d: string): Point[][] {
  const rings: Point[][] = [];
  let command = 'M';
  let [x, y] = [0, 0];
  let waiting: number | undefined;
  const go = (dx: number, dy: number, isRelative: boolean, starts: boolean) => {
    [x, y] = isRelative ? [x + dx, y + dy] : [dx, dy];
    if (starts) rings.push([]);
    rings.at(-1)!.push([x, y]);
  };
  for (const [, letter, number] of d.matchAll(step)) {
    if (letter) {
      if (/z/i.test(letter)) [x, y] = rings.at(-1)![0]!;
      command = letter;
      waiting = undefined;
      continue;
    }
    const value = Number(number);
    const isRelative = command === command.toLowerCase();
    if (/h/i.test(command)) go(value, isRelative ? 0 : y, isRelative, false);
    else if (/v/i.test(command)) go(isRelative ? 0 : x, value, isRelative, false);
    else if (waiting === undefined) waiting = value;
    else {
      go(waiting, value, isRelative, /m/i.test(command));
      waiting = undefined;
      // Pairs after the first of a move are lines.
      if (/m/i.test(command)) command = command === 'm' ? 'l' : 'L';
    }
  }
  return rings;
}

function coarser(ring: readonly Point[], grid: number): Point[] {
  const points = ring.map(([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)]);
  return points.filter(([x, y], at) => {
    const [px, py] = points[at - 1] ?? [Number.NaN, Number.NaN];
    return x !== px || y !== py;
  });
}

const isRing = (ring: readonly Point[]) => ring.length > 2;
