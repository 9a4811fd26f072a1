import { daysBetween } from '#curriculum/calendar/calendar-day.ts';

/** A holder is reminded three times, this many days before the certificate ends. */
export const reminderMarks = [90, 30, 7] as const;
export type ReminderMark = (typeof reminderMarks)[number];

/**
 * The reminder that is due on a day: the latest whose mark has been reached. If the server was down past a mark, it
 * sends only that one. Once the certificate has ended, no reminder is sent.
 */
export function reminderDueOn(validUntil: string, day: string): ReminderMark | undefined {
  const left = daysBetween(day, validUntil);
  return left < 1 ? undefined : reminderMarks.findLast((mark) => left <= mark);
}
