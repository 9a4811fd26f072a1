import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findDatesOf } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';

/** A day `YYYY-MM-DD`, a clock `HH:MM` and where. */
export type DayAhead = { step: string; heldOn: string; startsAt: string; place: string };

/** The last day to finish on, and when and where the hold meets, today and later. */
export async function datesAhead(world: World, enrolmentId: string): Promise<{ finishBy: string; days: DayAhead[] }> {
  const { finishBy, days } = await findDatesOf(world.db, enrolmentId, dayOf(world.now()));
  return {
    finishBy,
    days: days.map(({ step, held_on, starts_at, place }) => ({ step, heldOn: held_on, startsAt: starts_at, place })),
  };
}
