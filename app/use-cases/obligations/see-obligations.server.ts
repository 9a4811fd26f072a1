import type { World } from '#app/platform/world.server.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Deadline, Obligation } from '#curriculum/obligations/parse-obligations.ts';
import { type ObligationsOn, obligationsOn } from './obligations-on.server.ts';

export type ObligationsSeen = ObligationsOn & {
  /** The plan of 2012 and what became of it; without a start nobody knows the day. */
  planned: Obligation[];
  /** Deadlines that run for each person or firm by themselves. */
  individual: Deadline[];
};

/** The calendar of obligations as the viewer may see it: of the country, or of the municipalities of their own services. */
export async function seeObligations(
  world: World,
  viewer: Viewer,
  asOf: string,
  knownOn?: string,
): Promise<ObligationsSeen | undefined> {
  const services = servicesFor(viewer, 'see-obligations');
  if (services.length === 0) return undefined;
  const { obligations, deadlines } = world.obligations;
  return {
    ...(await obligationsOn(world, asOf, services, knownOn)),
    planned: obligations
      .filter(({ planned, starts }) => planned !== undefined || isOfThePlan(starts))
      .flatMap((each) => asSeenOn(each, asOf)),
    individual: deadlines.filter(({ rule }) => rule !== undefined),
  };
}

/** Between the first year of the plan and its last, also what it did not name. */
const isOfThePlan = (starts: string | undefined) => starts !== undefined && starts >= '2012-12' && starts < '2016';

/** On a day before it started the plan had a year and no day; what the plan did not name was not there yet. */
function asSeenOn(obligation: Obligation, day: string): Obligation[] {
  const { starts, ...planned } = obligation;
  if (starts === undefined || starts <= day) return [obligation];
  return planned.planned === undefined ? [] : [planned];
}
