import type { World } from '#app/platform/world.server.ts';
import { usualDayOf } from '#app/use-cases/readiness/forecast/usual-day-of.ts';
import { dayOf, weekOf } from '#curriculum/calendar/calendar-day.ts';
import type { RolloutDate } from '#db/queries/rollout-date.ts';
import { rolloutDateOn } from './rollout-date-on.server.ts';

export type MondayDays = {
  today: string;
  week: number;
  /** The day the answer is for. */
  day: string;
  /** Where the day comes from: it was set, nobody has set one, or the one that was set is over. */
  from: 'set' | 'usual' | 'passed';
  set: RolloutDate | undefined;
};

/** The day the Monday page answers for: the rollout as it is set today, and today itself once that day is over. */
export async function mondayDays(world: World): Promise<MondayDays> {
  const today = dayOf(world.now());
  const set = await rolloutDateOn(world.db, today);
  const now = { today, week: weekOf(today), set };
  if (!set) return { ...now, day: usualDayOf(today), from: 'usual' };
  return set.day < today ? { ...now, day: today, from: 'passed' } : { ...now, day: set.day, from: 'set' };
}
