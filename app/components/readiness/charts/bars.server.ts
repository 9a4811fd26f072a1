import { scaleLinear } from 'd3-scale';
import type { Fill } from '#app/components/readiness/map/class-fills.ts';

export type BarFill = Exclude<Fill, 'hatch' | 'grid'>;
type Given = { label: string; text: string; parts: readonly { value: number; fill: BarFill }[] };

/** Where everything stands in the drawing: worked out on the server, so that no page brings the library that does it. */
export type BarsView = {
  width: number;
  height: number;
  left: number;
  bottom: number;
  rows: { label: string; y: number; rects: { x: number; width: number; fill: BarFill }[]; text: string; end: number }[];
  ticks: { value: number; x: number }[];
};

const [width, top, rowHeight] = [640, 8, 34];
const right = 500;

/** Bars side by side with their numbers, on a scale that begins at 0. */
export function barsOf(given: readonly Given[], { left = 150, most }: { left?: number; most?: number } = {}): BarsView {
  const totals = given.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const highest = Math.max(1, most ?? 0, ...totals);
  const x = scaleLinear([0, highest], [left, right]);
  const bottom = top + given.length * rowHeight + 6;
  return {
    ...{ width, height: bottom + 28, left, bottom },
    rows: given.map(({ label, text, parts }, at) => {
      let from = 0;
      const rects = parts
        .filter(({ value }) => value > 0)
        .map(({ value, fill }) => {
          const rect = { x: round(x(from)), width: round(x(from + value) - x(from)), fill };
          from += value;
          return rect;
        });
      return { label, text, y: top + at * rowHeight, rects, end: round(x(from)) };
    }),
    ticks: x
      .ticks(5)
      .filter(Number.isInteger)
      .map((value) => ({ value, x: round(x(value)) })),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
