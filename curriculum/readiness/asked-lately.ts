import { addDays } from '#curriculum/calendar/calendar-day.ts';

const days = 14;

/** Whether a paper was asked for so lately that asking again has to be meant: within 14 days. */
export const isAskedLately = (askedOn: string, today: string): boolean =>
  askedOn <= today && today < addDays(askedOn, days);
