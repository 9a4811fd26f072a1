import type { World } from '#app/platform/world.server.ts';
import type { Answers } from '#app/use-cases/readiness/questions/answers.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listHoldRegions } from '#db/queries/hold-region.ts';
import type { SeenPlaces } from './list-places.server.ts';

export type RegionCapacity = {
  /** '' for holds that meet in several regions, or whose leaders work in none or in several. */
  region: string;
  missing: number;
  /** How many of those missing are being trained, and how many more could have a free seat. */
  training: number;
  seats: number;
  free: number;
};
export type Capacity = { rows: RegionCapacity[]; missing: number; free: number; unknown: number };

/** The shortage of each region against those in training there and the free seats on planned holds that meet there. */
export async function capacityOf(
  world: World,
  { rows: short, totals }: Answers['shortage'],
  { places, regions }: SeenPlaces,
): Promise<Capacity> {
  const regionOfHold = await listHoldRegions(world.db, { day: dayOf(world.now()) });
  const regionOf = new Map(places.map(({ code, region }) => [code, region]));
  const rowOf = (region: string): RegionCapacity => {
    const here = short.filter(({ codes, missing }) => missing !== null && regionOf.get(codes[0] ?? '') === region);
    const missing = here.reduce((sum, row) => sum + (row.missing ?? 0), 0);
    const training = here.reduce((sum, row) => sum + Math.min(row.missing ?? 0, row.training), 0);
    const free = totals.holds
      .filter(({ id }) => (regionOfHold.get(id) ?? '') === region)
      .reduce((sum, hold) => sum + hold.free, 0);
    return { region, missing, training, seats: Math.min(missing - training, free), free };
  };
  const rows = regions.map(rowOf);
  const elsewhere = rowOf('');
  return {
    rows: elsewhere.free > 0 ? [...rows, elsewhere] : rows,
    ...{ missing: totals.missing, free: totals.free, unknown: totals.unknown },
  };
}
