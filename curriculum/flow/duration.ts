import { z } from 'zod';
import { addDays, dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';

/** Milliseconds, or whole calendar days in Copenhagen. */
export type Duration = number | { days: number };

const unit = { m: 60_000, h: 3_600_000 } as const;

/**
 * "30m" or "24h" is an exact length of time. "14d" ends at the end of the fourteenth day after, at whatever time it
 * began.
 */
export const Duration = z
  .string()
  .regex(/^\d+[mhd]$/, 'Write a length of time as 30m, 24h or 14d.')
  .transform((text): Duration => {
    const count = Number(text.slice(0, -1));
    return text.endsWith('d') ? { days: count } : count * unit[text.slice(-1) as keyof typeof unit];
  });

/** For time limits with a running clock: minutes or hours, never calendar days. */
export const ExactDuration = z
  .string()
  .regex(/^\d+[mh]$/, 'Write a length of time as 30m or 24h.')
  .transform((text) => Number(text.slice(0, -1)) * unit[text.slice(-1) as keyof typeof unit]);

/** The instant when a length of time ends: exact, or the end of a day in Copenhagen (with summer time). */
export function later(instant: string, duration: Duration): string {
  if (typeof duration === 'number') return new Date(Date.parse(instant) + duration).toISOString();
  return endOfDay(addDays(dayOf(instant), duration.days));
}
