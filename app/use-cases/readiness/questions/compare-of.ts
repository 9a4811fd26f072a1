import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { changesBetween, directionOf } from '#curriculum/readiness/changes-between.ts';
import type { Answers } from './answers.ts';

/** Question 10: the municipalities whose verdict differs between an earlier day and a later one. */
export function compareOf(before: Readiness, after: Readiness): Answers['compare'] {
  const byName = after.services.toSorted((a, b) =>
    danish.compare(a.municipalities[0]?.name ?? '', b.municipalities[0]?.name ?? ''),
  );
  const rows = changesBetween(before.services, byName).map((change) => ({ ...change, direction: directionOf(change) }));
  const count = (direction: 'up' | 'down' | 'aside') => rows.filter((row) => row.direction === direction).length;
  const all = after.services.reduce((sum, { municipalities }) => sum + municipalities.length, 0);
  return {
    asOf: after.asOf,
    question: 10,
    since: before.asOf,
    rows,
    totals: { up: count('up'), down: count('down'), aside: count('aside'), same: all - rows.length },
  };
}
