import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type EnrolmentDates, findDatesOf } from '#db/queries/enrolment-dates.ts';

/** A day as `YYYY-MM-DD`, a time as `HH:MM`, and a place. */
export type DayAhead = { step: string; heldOn: string; startsAt: string; place: string };
/** The deadline, and when and where the hold meets from today on. */
export type DatesAhead = { finishBy: string; days: DayAhead[] };

/** The dates of one enrolment, as of today. */
export async function datesAhead(world: World, enrolmentId: string): Promise<DatesAhead> {
  return datesAheadIn(await findDatesOf(world.db, enrolmentId, dayOf(world.now())));
}

/** The same from dates that were already read. */
export function datesAheadIn({ finishBy, days }: EnrolmentDates): DatesAhead {
  return {
    finishBy,
    days: days.map(({ step, held_on, starts_at, place }) => ({ step, heldOn: held_on, startsAt: starts_at, place })),
  };
}
