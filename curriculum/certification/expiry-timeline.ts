import { addMonths } from '#curriculum/calendar/calendar-day.ts';
import { lastValidDay } from './certificate-status.ts';

/** A month (given by its first day) and how many certificates have their last valid day in it. */
export type Ending = { month: string; count: number };

/**
 * How many certificates end in this month and in each of the following months; a month without any has 0. They are given
 * as how many have the same end.
 */
export function endingsByMonth(
  ends: readonly { validUntil: string; count: number }[],
  today: string,
  months: number,
): Ending[] {
  const counts = new Map<string, number>();
  for (const { validUntil, count } of ends) {
    const last = lastValidDay(validUntil);
    if (last < today) continue;
    const month = firstOfMonth(last);
    counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return Array.from({ length: months }, (_, ahead) => {
    const month = addMonths(firstOfMonth(today), ahead);
    return { month, count: counts.get(month) ?? 0 };
  });
}

const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;
