import type { World } from '#app/platform/world.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { can } from '#curriculum/flow/can.ts';
import { later } from '#curriculum/flow/duration.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import type { Remedy } from '#curriculum/grading/parse-appeal.ts';
import { listAppealsOf } from '#db/queries/appeal.ts';

export type AppealView = {
  /** The deadline to appeal the latest decision; undefined if the adviser may not appeal it. */
  until?: string;
  lodged: {
    id: string;
    words: string;
    lodgedAt: string;
    state: 'lodged' | 'taken' | 'decided';
    decided?: { decision: Remedy; feedback: string; at: string; by: string };
  }[];
};

/** The appeals about one step as its adviser sees them; undefined if nothing was ever decided against the adviser. */
export async function appealOfStep(
  world: World,
  { edition, enrolment, snapshot }: LearningRecord,
  step: string,
): Promise<AppealView | undefined> {
  const decidedAt = snapshot.context.steps[step]?.decidedAt;
  if (!decidedAt) return undefined;
  const refusal = can(machineOf(edition.course), snapshot, { at: world.now(), type: 'appeal-lodged', step });
  const rows = await listAppealsOf(world.db, enrolment.id, step);
  return {
    ...(!refusal && { until: later(decidedAt, edition.course.appealWindow) }),
    lodged: rows.map(({ id, words, lodged_at, assigned_at, decision, feedback, decided_at, assessor }) => ({
      id,
      words,
      lodgedAt: lodged_at,
      state: decided_at ? 'decided' : assigned_at ? 'taken' : 'lodged',
      ...(decision && decided_at && { decided: { decision, feedback: feedback ?? '', at: decided_at, by: assessor } }),
    })),
  };
}
