import type { Denominator } from './per-thousand.ts';

/** A figure of a municipality in a period, which begins on a day; null where nobody knows it. */
export type FigureOfPeriod = { code: string; period: string; value: number | null; source: string };

/** The latest figure of a municipality by a day; undefined if none is known. */
export function latestFigure(figures: readonly FigureOfPeriod[], code: string, day: string) {
  return figures
    .filter((each) => each.code === code && each.value !== null && each.period <= day)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1) as (FigureOfPeriod & { value: number }) | undefined;
}

/**
 * The sum over some municipalities with its sources and years; unknown if one of them has no figure, since a sum that leaves
 * one out is too small.
 */
export function denominatorOf(
  found: readonly ({ value: number; period: string; source: string } | undefined)[],
): Denominator {
  const known = found.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < found.length) return { value: null, source: null, year: null };
  const inOrder = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    value: known.reduce((sum, { value }) => sum + value, 0),
    source: inOrder(known.map(({ source }) => source)).join('; '),
    year: inOrder(known.map(({ period }) => period.slice(0, 4))).join('–'),
  };
}
