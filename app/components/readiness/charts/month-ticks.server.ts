import type { ScaleTime } from 'd3-scale';

/** The name of a month with its year needs this much room. */
const roomOfName = 78;

/** The months to name below a line of time: those of the scale, without the ones whose names would cover the one before. */
export function monthTicks(x: ScaleTime<number, number>, count: number): { day: string; x: number }[] {
  const kept: { day: string; x: number }[] = [];
  for (const each of x.ticks(count)) {
    const at = Math.round(x(each) * 10) / 10;
    if (at - (kept.at(-1)?.x ?? Number.NEGATIVE_INFINITY) < roomOfName) continue;
    kept.push({ day: each.toISOString().slice(0, 10), x: at });
  }
  return kept;
}
