import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { updateSubmission } from '#db/queries/submission.ts';
import type { GradingRefused } from './claim-submission.server.ts';
import { lockForGrading } from './lock-for-grading.server.ts';

/** The leader releases a submission, so that another leader may take it. */
export function releaseSubmission(
  world: World,
  viewer: Viewer,
  input: { submissionId: string },
): Promise<{ ok: true } | GradingRefused> {
  return world.db.transaction().execute(async (trx): Promise<{ ok: true } | GradingRefused> => {
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found || found.submission.claimed_by !== viewer.personId) return { ok: false, reason: 'not-found' };
    const recorded = await recordFact(
      world,
      trx,
      found.record,
      { at: world.now(), type: 'released', step: found.submission.step },
      viewer.personId,
    );
    if (!recorded.ok) return recorded;
    await updateSubmission(trx, found.submission.id, { state: 'handed-in', claimed_by: null });
    return { ok: true };
  });
}
