import type { World } from '#app/platform/world.server.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listRegionsOn } from '#db/queries/place.ts';

/** The regions there are on a day or today, in Danish order: their number changes on 1 January 2027. */
export async function listRegions(world: World, day: string = dayOf(world.now())): Promise<string[]> {
  return [...new Set((await listRegionsOn(world.db, day)).values())].sort(danish.compare);
}
