import type { World } from '#app/platform/world.server.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { listHolds } from '#db/queries/hold.ts';
import type { Answers } from './answers.ts';
import { placeOf } from './place-of.ts';

/**
 * Question 2: how many advisers each service is short of on the day, how many have a seat on a hold that day, and the free
 * seats on holds that have not ended today.
 */
export async function shortage(world: World, { asOf, services }: Readiness): Promise<Answers['shortage']> {
  const today = dayOf(world.now());
  const courses = versionOn(world.policy, asOf).certifications;
  const holds = await listHolds(world.db, { endsFrom: addDays(today, 1) });
  const rows = services
    .map((service) => ({
      ...placeOf(service),
      required: service.staffing.required,
      counted: service.staffing.countedForGate,
      missing: service.staffing.missing,
      // A row that was frozen before seats were counted has none.
      training: service.onHold ?? 0,
    }))
    .filter(({ missing }) => missing !== 0)
    .sort((a, b) => (b.missing ?? -1) - (a.missing ?? -1) || danish.compare(a.name, b.name));
  const open = holds
    .filter(({ course, seats, taken }) => courses.includes(course) && taken < seats)
    .map(({ id, name, starts_on, ends_on, seats, taken }) => ({
      id,
      hold: name,
      startsOn: starts_on,
      endsOn: ends_on,
      seats,
      free: seats - taken,
    }))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : danish.compare(a.hold, b.hold)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    asOf,
    question: 2,
    rows,
    totals: {
      missing: sum(rows.map(({ missing }) => missing ?? 0)),
      short: rows.filter(({ missing }) => missing !== null).length,
      unknown: rows.filter(({ missing }) => missing === null).length,
      training: sum(rows.map((row) => row.training)),
      free: sum(open.map(({ free }) => free)),
      holds: open,
    },
  };
}
