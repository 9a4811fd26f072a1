import { type RolloutStep, rolloutSteps } from '#curriculum/rollout/rollout-event.ts';

type Standing = { step: RolloutStep; paused: boolean };

/** How many services stand on each step; those that are paused stand on the step where they were. */
export function countsOf(services: readonly Standing[]): {
  counts: Record<RolloutStep, number>;
  paused: number;
} {
  const at = (step: RolloutStep) => services.filter((each) => each.step === step).length;
  return {
    counts: Object.fromEntries(rolloutSteps.map((step) => [step, at(step)])) as Record<RolloutStep, number>,
    paused: services.filter(({ paused }) => paused).length,
  };
}
