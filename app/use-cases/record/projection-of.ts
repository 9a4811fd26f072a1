import type { Progress } from '#curriculum/flow/progress.ts';

/** The row used for lists, derived from the state of an enrolment. */
export function projectionOf({ projection }: Progress, seq: number, at: string, edition: string) {
  return { seq, state: projection.state, step: projection.step, due_at: projection.dueAt, last_at: at, edition };
}
