import type { Answer } from '#curriculum/rollout/invitation.ts';
import type { RolloutStep } from '#curriculum/rollout/rollout-event.ts';

// A record names every step once, so that a new one cannot be forgotten here.
const order: Record<RolloutStep, number> = {
  'ikke-startet': 0,
  inviteret: 1,
  tilsagn: 2,
  'under-uddannelse': 3,
  bemandet: 4,
  klar: 5,
  'i-drift': 6,
};

/** The steps of the rollout in their order. */
export const stepOrder = (Object.keys(order) as RolloutStep[]).sort((a, b) => order[a] - order[b]);

const choices: Record<Answer, true> = { yes: true, no: true, later: true };

/** What can be answered to an invitation. */
export const answerOrder = Object.keys(choices) as Answer[];
