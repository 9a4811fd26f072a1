import { addDays, dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';

const lainDays = 3;

/** When another leader may take over work: from the start of the third day after the first leader claimed it. */
export const takeOverFrom = (claimedAt: string): string => startOfDay(addDays(dayOf(claimedAt), lainDays));
