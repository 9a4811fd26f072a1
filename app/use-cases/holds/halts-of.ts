import type { Adviser } from './advisers-of.server.ts';

/** How many stand at a step, how many of them need help, and for how many days the longest has; `step` is null before the first. */
export type Halt = { step: string | null; here: number; stuck: number; longest: number };

const underWay = new Set(['enrolled', 'active', 'failed', 'appeal']);

/** Where the people of a hold stand, in the order of the course; steps where nobody stands are left out. */
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
