import { addMonths, dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';

/** Look-ups are kept for a year: the instant from which they are shown and before which they are deleted. */
export const keptSince = (now: string): string => startOfDay(addMonths(dayOf(now), -12));
