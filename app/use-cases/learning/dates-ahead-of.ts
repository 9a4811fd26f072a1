import type { EnrolmentDates } from '#db/queries/enrolment-dates.ts';

/** A day as `YYYY-MM-DD`, a time as `HH:MM`, and a place. */
export type DayAhead = { step: string; heldOn: string; startsAt: string; place: string };
/** The deadline, and when and where the hold meets from today on. */
export type DatesAhead = { finishBy: string; days: DayAhead[] };

/** The dates of an enrolment from the rows that were read. */
export function datesAheadOf({ finishBy, days }: EnrolmentDates): DatesAhead {
  return {
    finishBy,
    days: days.map(({ step, held_on, starts_at, place }) => ({ step, heldOn: held_on, startsAt: starts_at, place })),
  };
}
