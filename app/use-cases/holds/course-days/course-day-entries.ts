import type { CourseDayRow } from '#db/queries/course-day.ts';

export type CourseDayEntry = {
  id: string;
  step: string;
  heldOn: string;
  startsAt: string;
  place: string;
  /** True once the day has come, because nobody can have attended before. */
  held: boolean;
  /** Why the day is cancelled; null if it is not. */
  cancelled: string | null;
  /** Another session of the hold is on the same day, so the time tells them apart. */
  sharesDay: boolean;
};

/** The sessions of one hold as pages show them. */
export const courseDayEntries = (rows: readonly CourseDayRow[], today: string): CourseDayEntry[] =>
  rows.map(({ id, step, held_on, starts_at, place, ...day }) => ({
    id,
    step,
    heldOn: held_on,
    startsAt: starts_at,
    place,
    held: held_on <= today && day.cancelled_at === null,
    cancelled: day.cancelled_because,
    sharesDay: rows.filter((each) => each.held_on === held_on).length > 1,
  }));
