import type { Adviser } from './advisers-of.server.ts';

/**
 * How many advisers are at a step, how many of them need help, and the longest time in days; `step` is null before the
 * first step.
 */
export type Halt = { step: string | null; here: number; stuck: number; longest: number };

const underWay = new Set(['enrolled', 'active', 'failed', 'appeal']);

/** The steps that the advisers of a hold are at, in the order of the course. Steps without anybody are left out. */
export function haltsOf(steps: readonly { id: string }[], advisers: readonly Adviser[]): Halt[] {
  const going = advisers.filter(({ state }) => underWay.has(state));
  return [null, ...steps.map(({ id }) => id)]
    .map((step) => {
      const here = going.filter(({ at, state }) => at === step && (step !== null || state === 'enrolled'));
      const days = here.flatMap(({ attention }) => (attention ? [attention.days] : []));
      return { step, here: here.length, stuck: days.length, longest: Math.max(0, ...days) };
    })
    .filter(({ here }) => here > 0);
}
