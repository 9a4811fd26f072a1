import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import { monthTicks } from '#app/components/readiness/charts/month-ticks.server.ts';
import type { Forecast } from '#curriculum/readiness/forecast/forecast-of.ts';

/** Where everything stands in the drawing: worked out on the server, so that no page brings the library that does it. */
export type ChartView = {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  outer: string;
  inner: string;
  middle: string;
  nothingNew: string;
  rows: { count: number; y: number }[];
  months: { day: string; x: number }[];
  target: { count: number; y: number };
  today: { count: number; y: number };
  ends: { kind: 'high' | 'middle' | 'low' | 'nothing-new'; count: number; y: number }[];
};

const [width, height, left, right, top, bottom] = [640, 360, 44, 520, 24, 320];
/** Two lines of text need this much between them. */
const lineHeight = 17;

/** The drawing of a forecast: the band, the line in the middle, and what is left if nothing new happens. */
export function chartOf({ dates, people, nothingNew, target }: Forecast, of: number): ChartView {
  const x = scaleUtc([new Date(dates[0]!), new Date(dates.at(-1)!)], [left, right]);
  const y = scaleLinear([0, of], [bottom, top]);
  const xAt = (_: unknown, at: number) => round(x(new Date(dates[at]!)));
  const band = (low: 'low' | 'lower', high: 'high' | 'upper') =>
    area<Forecast['people'][number]>(
      xAt,
      (each) => round(y(each[low])),
      (each) => round(y(each[high])),
    )(people)!;
  const last = people.at(-1)!;
  return {
    ...{ width, height, left, right, bottom },
    outer: band('low', 'high'),
    inner: band('lower', 'upper'),
    middle: line<Forecast['people'][number]>(xAt, (each) => round(y(each.middle)))(people)!,
    nothingNew: line<number>(xAt, (each) => round(y(each)))(nothingNew)!,
    rows: [...y.ticks(5).filter((count) => of - count > of / 12), of].map((count) => ({ count, y: round(y(count)) })),
    months: monthTicks(x, 6),
    target: { count: target, y: round(y(target)) },
    today: { count: nothingNew[0]!, y: round(y(nothingNew[0]!)) },
    ends: apart([
      { kind: 'high', count: last.high, y: y(last.high) },
      { kind: 'middle', count: last.middle, y: y(last.middle) },
      { kind: 'low', count: last.low, y: y(last.low) },
      { kind: 'nothing-new', count: nothingNew.at(-1)!, y: y(nothingNew.at(-1)!) },
    ]),
  };
}

/** Moves labels down until none covers another. */
function apart(labels: ChartView['ends']): ChartView['ends'] {
  const placed: ChartView['ends'] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    placed.push({ ...label, y: round(Math.max(label.y, above + lineHeight)) });
  }
  return placed;
}

const round = (value: number) => Math.round(value * 10) / 10;
