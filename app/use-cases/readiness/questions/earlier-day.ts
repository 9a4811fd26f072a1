import { addMonths, isDay } from '#curriculum/calendar/calendar-day.ts';

/** The day to compare with: the one that was asked for if it lies before the day, otherwise a month before. */
export const earlierDay = (asked: string | null, asOf: string): string =>
  asked !== null && isDay(asked) && asked < asOf ? asked : addMonths(asOf, -1);
