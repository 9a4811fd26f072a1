import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { dayAndTarget } from '#app/use-cases/readiness/forecast/day-and-target.ts';
import { forecastAtHand, type PlaceChance } from '#app/use-cases/readiness/monday/forecast-at-hand.server.ts';
import { mondayDays } from '#app/use-cases/readiness/monday/monday-days.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** The chance of each service to have its people on the day of the rollout, or why there is none. */
export type ChancesAtHand = { by: string } & (
  | { state: 'known'; of: Map<string, PlaceChance> }
  | { state: 'under-way' | 'too-few' }
);

/**
 * The chances by the forecast that is at hand, for those who may see it. A forecast is of what is known today: an earlier day
 * and what was known then have none.
 */
export async function chancesAtHand(
  world: World,
  viewer: Viewer,
  { asOf, knownOn }: { asOf: string; knownOn?: string | undefined },
): Promise<ChancesAtHand | undefined> {
  if (!may(viewer, 'see-forecast')) return undefined;
  const days = await mondayDays(world);
  if (asOf < days.today || knownOn) return undefined;
  const { by } = dayAndTarget(days.today, days.set);
  const found = await forecastAtHand(world, days);
  if (found?.ok) return { by, state: 'known', of: found.chances };
  return { by, state: found ? 'too-few' : 'under-way' };
}
