import { addMonths } from '#curriculum/calendar/calendar-day.ts';

/** How many municipalities are asked for unless a number is given. */
export const targetOf = { usual: 80, most: 98 };

/** How many months a forecast looks ahead at most. */
export const furthestMonths = 24;

/** The day that is asked for unless one is given: the first of the month, half a year ahead. */
export function usualDayOf(asOf: string): string {
  return `${addMonths(asOf, 6).slice(0, 8)}01`;
}
