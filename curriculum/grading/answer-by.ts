import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';

export const answerDays = 14;

/** The last day to answer a hand-in: fourteen days after the adviser handed in. */
export const answerBy = (handedInAt: string): string => addDays(dayOf(handedInAt), answerDays);
