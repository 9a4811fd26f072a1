import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listCourseDays } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';

/** A day `YYYY-MM-DD`, a clock `HH:MM` and where. */
export type DayAhead = { step: string; heldOn: string; startsAt: string; place: string };

/** When and where the hold meets: today and later. */
export async function daysAhead(world: World, holdId: string): Promise<DayAhead[]> {
  const today = dayOf(world.now());
  return (await listCourseDays(world.db, holdId))
    .filter((day) => day.held_on >= today)
    .map(({ step, held_on, starts_at, place }) => ({ step, heldOn: held_on, startsAt: starts_at, place }));
}
