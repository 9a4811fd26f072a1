import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, wrongUsage } from '../arguments.ts';

/** Refuses the first of the given texts that is not a day of the calendar. */
export function noSuchDay(...days: readonly (string | undefined)[]): Answer | undefined {
  const wrong = days.find((day) => day !== undefined && !isDay(day));
  return wrong === undefined ? undefined : wrongUsage(`"${wrong}" is not a day: write 2026-11-24.`);
}
