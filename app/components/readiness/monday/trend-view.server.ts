import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, line } from 'd3-shape';
import { monthTicks } from '#app/components/readiness/charts/month-ticks.server.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';

type Given = Pick<CountryMonday, 'today' | 'day' | 'of' | 'readyToday' | 'trend' | 'forecast' | 'parts'>;
type End = { kind: 'high' | 'middle' | 'low' | 'nothing-new'; count: number; y: number };
export type TrendRow = { day: string; low: number | null; middle: number | null; high: number | null; ahead: boolean };
export type TrendView = {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  past: string;
  band: string | null;
  middle: string | null;
  rows: { count: number; y: number }[];
  months: { day: string; x: number }[];
  today: { count: number; x: number; y: number };
  nothingNew: { count: number; x: number; y: number };
  target: { count: number; y: number } | null;
  ends: End[];
  /** The same as a table. */
  table: TrendRow[];
};

const [width, height, left, right, top, bottom] = [760, 340, 44, 600, 24, 290];
const lineHeight = 17;
const round = (value: number) => Math.round(value * 10) / 10;

/** The drawing of what has happened and what is expected, worked out on the server. Undefined while the past is not at hand. */
export function trendView({ today, day, of, readyToday, trend, forecast, parts }: Given): TrendView | undefined {
  if (!trend) return undefined;
  const last = day > today ? day : today;
  const x = scaleUtc([new Date(trend[0]?.day ?? today), new Date(last)], [left, right]);
  const y = scaleLinear([0, of], [bottom, top]);
  const xOf = (each: string) => round(x(new Date(each)));
  const yOf = (count: number) => round(y(count));
  const past = [...trend, { day: today, ready: readyToday }];
  const dates = forecast?.by === last ? forecast.dates : [];
  type Date_ = (typeof dates)[number];
  const end = dates.at(-1);
  const nothing = { count: parts.ready, x: xOf(last), y: yOf(parts.ready) };
  const firsts = dates.filter(
    ({ day: each }, at) => at > 0 && (each === last || each.slice(0, 7) !== dates[at - 1]!.day.slice(0, 7)),
  );
  return {
    ...{ width, height, left, right, bottom },
    past: line<(typeof past)[number]>(
      (each) => xOf(each.day),
      (each) => yOf(each.ready),
    )(past)!,
    band: end
      ? area<Date_>(
          (each) => xOf(each.day),
          (each) => yOf(each.low),
          (each) => yOf(each.high),
        )(dates)
      : null,
    middle: end
      ? line<Date_>(
          (each) => xOf(each.day),
          (each) => yOf(each.middle),
        )(dates)
      : null,
    rows: [...y.ticks(5).filter((count) => of - count > of / 12), of].map((count) => ({ count, y: yOf(count) })),
    months: monthTicks(x, 7),
    today: { count: readyToday, x: xOf(today), y: yOf(readyToday) },
    nothingNew: nothing,
    target: forecast ? { count: forecast.target, y: yOf(forecast.target) } : null,
    ends: apart([
      ...(end
        ? ([
            { kind: 'high', count: end.high, y: yOf(end.high) },
            { kind: 'middle', count: end.middle, y: yOf(end.middle) },
            { kind: 'low', count: end.low, y: yOf(end.low) },
          ] as const)
        : []),
      { kind: 'nothing-new', count: nothing.count, y: nothing.y },
    ]),
    table: [
      ...past.map((each) => ({ day: each.day, low: null, middle: each.ready, high: null, ahead: false })),
      ...firsts.map(({ day: each, low, middle, high }) => ({ day: each, low, middle, high, ahead: true })),
    ],
  };
}

/** Moves labels apart until none covers another, and up where they would leave the drawing. */
function apart(labels: readonly End[]): End[] {
  const placed: End[] = [];
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    placed.push({ ...label, y: round(Math.max(label.y, above + lineHeight)) });
  }
  const over = Math.max(0, (placed.at(-1)?.y ?? 0) - bottom);
  return placed.map((label) => ({ ...label, y: round(label.y - over) }));
}
