import { addMonths, isDay } from '#curriculum/calendar/calendar-day.ts';

/** The two days of a comparison: without an earlier one it is three months before the later. */
export const daysCompared = ({ from, to }: { from: string; to: string }): { from: string; to: string } => ({
  from: from || (isDay(to) ? addMonths(to, -3) : ''),
  to,
});
