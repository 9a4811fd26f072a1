import { scaleUtc } from 'd3-scale';
import { expect, test } from 'vitest';
import { monthTicks } from '#app/components/readiness/charts/month-ticks.server.ts';

test.each(['2027-02-01', '2027-10-01', '2028-11-30', '2036-10-01'])(
  'no name of a month covers another until %s',
  (until) => {
    const ticks = monthTicks(scaleUtc([new Date('2026-11-30'), new Date(until)], [44, 520]), 6);
    expect(ticks.length).toBeGreaterThan(1);
    for (const [at, { x }] of ticks.entries()) if (at > 0) expect(x - ticks[at - 1]!.x).toBeGreaterThanOrEqual(78);
  },
);
