import type { Progress } from '#curriculum/flow/progress.ts';

/** The rows of the steps that an event changed; all steps if there is no earlier state. */
export function changedSteps(enrolmentId: string, at: string, now: Progress, before: Progress | undefined) {
  const then = new Map(before?.steps.map((step) => [step.id, step]));
  return now.steps
    .filter((step) => then.get(step.id)?.state !== step.state || then.get(step.id)?.status !== step.status)
    .map((step) => ({ enrolment_id: enrolmentId, step: step.id, state: step.state, status: step.status, since: at }));
}
