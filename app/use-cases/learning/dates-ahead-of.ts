import type { EnrolmentDates } from '#db/queries/enrolment-dates.ts';

/** A day as `YYYY-MM-DD`, a time as `HH:MM`, and a place; `regret` is why the adviser cannot come, if they said so. */
export type DayAhead = {
  id: string;
  step: string;
  heldOn: string;
  startsAt: string;
  place: string;
  regret: string | null;
};
/** The deadline and that of the hold, the factor for time limits, and when and where the hold meets from today on. */
export type DatesAhead = { finishBy: string; holdEnds: string; ownTime: number; days: DayAhead[] };

/** The dates of an enrolment from the rows that were read. */
export function datesAheadOf({ days, ...dates }: EnrolmentDates): DatesAhead {
  return {
    ...dates,
    days: days.map(({ held_on, starts_at, ...day }) => ({ ...day, heldOn: held_on, startsAt: starts_at })),
  };
}
