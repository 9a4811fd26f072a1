import type { Painter } from '#certificates/drawing/certificate-ink.ts';
import type { ReportTrend } from './report-data.ts';
import { colours, type Ink } from './report-ink.ts';

type Room = { width: number; height: number; of: number; target: number | null };

const time = (day: string) => Date.parse(day);

/**
 * What was ready is drawn through, the middle of the forecast dashed in its band, the target dotted, and a line stands at
 * the day of the snapshot: the marks differ in shape, so the chart is read in grey.
 */
export function drawTrend(given: Painter, { past, ahead }: ReportTrend, { width, height, of, target }: Room): void {
  const p = given as Ink;
  const [first, last] = [time(past[0]!.day), time((ahead.at(-1) ?? past.at(-1))!.day)];
  const x = (day: string) => ((time(day) - first) / Math.max(1, last - first)) * width;
  const y = (count: number) => height - (count / Math.max(1, of)) * height;
  const line = (points: readonly (readonly [number, number])[]) =>
    points.forEach(([at, up], index) => (index === 0 ? p.moveTo(at, up) : p.lineTo(at, up)));

  for (const share of [0, 0.5, 1]) p.moveTo(0, height * share).lineTo(width, height * share);
  p.lineWidth(0.5).strokeColor(colours.rule).stroke();
  if (ahead.length > 0) {
    const band = [
      ...ahead.map(({ day, high }) => [x(day), y(high)] as const),
      ...ahead.toReversed().map(({ day, low }) => [x(day), y(low)] as const),
    ];
    line(band);
    p.lineWidth(0.6).fillColor(colours.soft).strokeColor(colours.petrol).fillAndStroke();
  }
  p.save();
  if (target !== null) {
    p.dash(1, { space: 2.5 });
    line([
      [0, y(target)],
      [width, y(target)],
    ]);
    p.lineWidth(1).strokeColor(colours.edge).stroke();
  }
  if (ahead.length > 0) {
    p.dash(6, { space: 3 });
    line(ahead.map(({ day, middle }) => [x(day), y(middle)] as const));
    p.lineWidth(1.8).strokeColor(colours.petrol).stroke();
  }
  p.restore();
  line(past.map(({ day, ready }) => [x(day), y(ready)] as const));
  p.lineWidth(2.2).strokeColor(colours.petrol).stroke();
  const now = x(past.at(-1)!.day);
  line([
    [Math.min(width - 0.5, now), 0],
    [Math.min(width - 0.5, now), height],
  ]);
  p.lineWidth(1).strokeColor(colours.ink).stroke();
}
