import { daysBetween } from '#curriculum/calendar/calendar-day.ts';

/** A holder is reminded three times, so many days before the end. */
export const reminderMarks = [90, 30, 7] as const;
export type ReminderMark = (typeof reminderMarks)[number];

/**
 * The reminder that is due on a day: the latest whose mark is reached. A server that was away past a mark sends that
 * one alone; on the first day without a valid certificate there is nothing to remind of.
 */
export function reminderDueOn(validUntil: string, day: string): ReminderMark | undefined {
  const left = daysBetween(day, validUntil);
  return left < 1 ? undefined : reminderMarks.findLast((mark) => left <= mark);
}
