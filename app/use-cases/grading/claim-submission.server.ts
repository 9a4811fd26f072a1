import type { Refusal } from '#curriculum/flow/refusal.ts';
import { updateSubmission } from '#db/queries/submission.ts';
import type { World } from '../../platform/world.server.ts';
import { recordFact } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { lockForGrading } from './grading-record.server.ts';

export type GradingRefused =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'taken' }
  | ({ ok: false } & Refusal);

/** A leader takes a submission to grade; from then on it is theirs until they decide or let it go. */
export function claimSubmission(
  world: World,
  viewer: Viewer,
  input: { submissionId: string },
): Promise<{ ok: true } | GradingRefused> {
  return world.db.transaction().execute(async (trx): Promise<{ ok: true } | GradingRefused> => {
    if (!may(viewer, 'grade')) return { ok: false, reason: 'forbidden' };
    const found = await lockForGrading(world, trx, viewer.personId, input.submissionId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { submission, record, conflict } = found;
    if (submission.claimed_by === viewer.personId && submission.state === 'in-review') return { ok: true };
    if (submission.state === 'in-review') return { ok: false, reason: 'taken' };
    const recorded = await recordFact(
      world,
      trx,
      record,
      { at: world.now(), type: 'claimed', step: submission.step, assessor: viewer.personId, conflict },
      viewer.personId,
    );
    if (!recorded.ok) return recorded;
    await updateSubmission(trx, submission.id, { state: 'in-review', claimed_by: viewer.personId });
    return { ok: true };
  });
}
