import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';

/** The days people compare with most often. */
export const earlierDaysOf = (asOf: string) => ({ weekBefore: addDays(asOf, -7), monthBefore: addMonths(asOf, -1) });
