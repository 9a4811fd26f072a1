import type { World } from '#app/platform/world.server.ts';
import { expiring } from '#app/use-cases/readiness/questions/expiring.server.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { funnelOf } from '#curriculum/readiness/funnel-of.ts';
import { type Capacity, capacityOf } from './capacity-of.server.ts';
import { listPlaces } from './list-places.server.ts';
import { type Shares, sharesOf } from './shares-of.ts';

/** How many months ahead the timeline of what expires looks. */
const monthsAhead = 12;

export type SeenFigures = {
  asOf: string;
  of: number;
  months: { month: string; certificates: number; papers: number; places: string[] }[];
  funnel: ReturnType<typeof funnelOf>;
  capacity: Capacity;
  pilots: Shares;
  rest: Shares;
};

/** What expires month by month, how far the places have come, seats against the shortage, and the pilots beside the rest. */
export async function seeFigures(
  world: World,
  viewer: Viewer,
  asked: { asOf: string; knownOn?: string | undefined },
): Promise<SeenFigures | undefined> {
  const readiness = await readinessOn(world, viewer, asked.asOf, asked.knownOn);
  if (!readiness) return undefined;
  const today = dayOf(world.now());
  const [from] = [asked.asOf, today].sort() as [string, string];
  const first = from.slice(0, 7);
  const months = Array.from({ length: monthsAhead + 1 }, (_, at) => addMonths(`${first}-01`, at).slice(0, 7));
  const [ending, short, seen] = await Promise.all([
    expiring(world, { ...readiness, asOf: from }, { until: months.at(-1)! }),
    shortage(world, readiness),
    listPlaces(world, readiness),
  ]);
  const { places } = seen;
  return {
    asOf: asked.asOf,
    of: places.length,
    months: months.map((month) => {
      const rows = ending.rows.filter(({ lastDay }) => lastDay.startsWith(month));
      return {
        month,
        certificates: rows.reduce((sum, { people }) => sum + (people ?? 0), 0),
        papers: rows.filter(({ gate }) => gate !== null).length,
        places: [...new Set(rows.map(({ name }) => name))],
      };
    }),
    funnel: funnelOf(readiness.services),
    capacity: await capacityOf(world, short, seen),
    pilots: sharesOf(places.filter(({ pilot }) => pilot)),
    rest: sharesOf(places.filter(({ pilot }) => !pilot)),
  };
}
