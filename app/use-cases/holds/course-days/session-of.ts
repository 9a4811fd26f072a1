import type { CourseDayRow } from '#db/queries/course-day.ts';
import type { CourseDayInput } from './course-day-issues.ts';

export type Session = Pick<CourseDayRow, 'held_on' | 'starts_at' | 'place'>;

/** The columns of a course day that a form fills in. */
export const sessionOf = ({ heldOn, startsAt, place }: CourseDayInput): Session => ({
  held_on: heldOn,
  starts_at: startsAt,
  place: place.trim(),
});
