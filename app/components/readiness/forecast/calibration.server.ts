import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { BackTest } from '#curriculum/readiness/forecast/back-test.ts';

export type CalibrationView = {
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: { tenths: number; x: number; y: number }[];
  dots: { x: number; y: number; r: number }[];
};

const [size, left, right, top, bottom] = [420, 52, 400, 20, 368];

/** The drawing of foretold against happened: a dot for each group of forecasts, larger for more of them. */
export function calibrationOf({ groups }: BackTest): CalibrationView {
  const x = scaleLinear([0, 1], [left, right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  const r = scaleSqrt([0, Math.max(1, ...groups.map(({ count }) => count))], [0, 12]);
  return {
    ...{ size, left, right, top, bottom },
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => ({ tenths: Math.round(share * 10), x: x(share), y: y(share) })),
    dots: groups
      .filter(({ count }) => count > 0)
      .map(({ foretold, happened, count }) => ({
        x: Math.round(x(foretold)),
        y: Math.round(y(happened)),
        r: Math.max(3, Math.round(r(count))),
      })),
  };
}
