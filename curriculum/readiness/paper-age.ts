import { addDays } from '#curriculum/calendar/calendar-day.ts';
import type { GateResult } from './readiness-of.ts';

/** How old what speaks for a gate is: it counts for long, only for some days more, no longer, or was never seen. */
export type PaperAge = 'fresh' | 'soon' | 'old' | 'never';
export const paperAges = ['fresh', 'soon', 'old', 'never'] as const satisfies PaperAge[];

/** A paper that counts for at most this many days more is soon too old. */
const soonDays = 30;

export type SeenPaper = { seenOn: string | null; lastDay: string | null };

/** When a paper or agreement was seen, and the last day on which it counts. What is computed has neither. */
export function seenPaperOf({ reason }: Pick<GateResult, 'reason'>): SeenPaper {
  const seenOn = 'on' in reason ? reason.on : 'from' in reason ? reason.from : null;
  return { seenOn, lastDay: 'lastDay' in reason ? reason.lastDay : null };
}

/** The age of a gate's paper on a day; undefined for what is computed and for a paper that says no. */
export function paperAgeOf(gate: GateResult, day: string): PaperAge | undefined {
  if (gate.kind !== 'evidence' || gate.value === 'ikke-opfyldt') return undefined;
  const { lastDay } = seenPaperOf(gate);
  if (gate.value === 'ukendt') return lastDay === null ? 'never' : 'old';
  return lastDay !== null && lastDay <= addDays(day, soonDays) ? 'soon' : 'fresh';
}
