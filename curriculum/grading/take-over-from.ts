import { addDays, dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';

const lainDays = 3;

/** The instant from which another leader may take over work: it has lain with the first until the third day after. */
export const takeOverFrom = (claimedAt: string): string => startOfDay(addDays(dayOf(claimedAt), lainDays));
