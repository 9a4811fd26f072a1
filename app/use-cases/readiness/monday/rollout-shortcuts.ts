import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import type { Wave } from '#db/queries/wave.ts';

export type RolloutShortcut = { day: string; waves: string[] };

const monthEnds = 6;

/** Days to choose as the day of the rollout: those on which waves open, and the ends of the next six months. */
export function rolloutShortcuts(waves: readonly Wave[], today: string): RolloutShortcut[] {
  const first = `${today.slice(0, 8)}01`;
  const ends = Array.from({ length: monthEnds }, (_, at) => addDays(addMonths(first, at + 1), -1));
  const days = [...new Set([...waves.map(({ opensOn }) => opensOn), ...ends])].filter((day) => day > today).sort();
  return days.map((day) => ({ day, waves: waves.filter(({ opensOn }) => opensOn === day).map(({ name }) => name) }));
}
