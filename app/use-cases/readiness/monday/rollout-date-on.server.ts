import { endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { findRolloutDate, type RolloutDate } from '#db/queries/rollout-date.ts';
import type { Db } from '#db/schema.ts';

/** The day of the rollout as it was set at the end of a day; undefined when nobody had set one. */
export const rolloutDateOn = (db: Db, day: string): Promise<RolloutDate | undefined> =>
  findRolloutDate(db, endOfDay(day));
