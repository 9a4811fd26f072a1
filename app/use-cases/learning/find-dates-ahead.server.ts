import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findDatesOf } from '#db/queries/enrolment-dates.ts';
import { type DatesAhead, datesAheadOf } from './dates-ahead-of.ts';

/** The dates of one enrolment, as of today. */
export async function findDatesAhead(world: World, enrolmentId: string): Promise<DatesAhead> {
  return datesAheadOf(await findDatesOf(world.db, enrolmentId, dayOf(world.now())));
}
