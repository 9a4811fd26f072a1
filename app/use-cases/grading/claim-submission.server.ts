import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { mayGradeNext } from '#curriculum/grading/double-grading.ts';
import { lockForGrading } from './lock-for-grading.server.ts';
import { takeWork } from './take-work.server.ts';

export type GradingRefused =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'taken' }
  | { ok: false; reason: 'second-is-another' }
  | ({ ok: false } & Refusal);

/** A leader takes a submission to grade. From then on it is theirs until they decide or release it. */
export function claimSubmission(
  world: World,
  viewer: Viewer,
  input: { submissionId: string },
): Promise<{ ok: true } | GradingRefused> {
  return world.db.transaction().execute(async (trx): Promise<{ ok: true } | GradingRefused> => {
    if (!may(viewer, 'grade')) return { ok: false, reason: 'forbidden' };
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { submission } = found;
    if (submission.claimed_by === viewer.personId && submission.state === 'in-review') return { ok: true };
    if (submission.state === 'in-review') return { ok: false, reason: 'taken' };
    if (!mayGradeNext(found.stored, viewer.personId)) return { ok: false, reason: 'second-is-another' };
    const taken = await takeWork(world, trx, viewer.personId, found);
    return taken.ok ? { ok: true } : taken;
  });
}
