import { addDays, mondayBefore, weekOf } from '#curriculum/calendar/calendar-day.ts';

/** A week in which somebody practised or did not; the last one is this week, which is not over. */
export type PracticeWeek = { week: number; monday: string; practised: boolean; now: boolean };

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => mondayBefore(addDays(day, 1));

/** This week and the weeks before it, oldest first, but none from before somebody began. A pause is a week like others. */
export function weeksOf(days: Iterable<string>, since: string, today: string, most = 5): PracticeWeek[] {
  const practised = new Set([...days].map(mondayOf));
  const now = mondayOf(today);
  const mondays = Array.from({ length: most }, (_, at) => addDays(now, (at - most + 1) * 7));
  return mondays
    .filter((monday) => monday >= mondayOf(since))
    .map((monday) => ({
      week: weekOf(monday),
      monday,
      practised: practised.has(monday),
      now: monday === now,
    }));
}
