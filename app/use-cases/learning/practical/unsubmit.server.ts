import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import { type OwnOutcome, withoutRecord } from '#app/use-cases/learning/without-record.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listDoubleGradings } from '#db/queries/double-grading.ts';
import { findLatestSubmission, updateSubmission } from '#db/queries/submission.ts';

/** Withdraws a hand-in, as long as nobody has begun to grade it. */
export function unsubmit(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string },
): Promise<OwnOutcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<OwnOutcome> => {
    const latest = await findLatestSubmission(trx, input.enrolmentId, input.step);
    if (!latest) return { ok: false, reason: 'not-found' };
    // Between two gradings nobody has it in hand, but one leader has graded it.
    if (latest.state === 'handed-in' && (await listDoubleGradings(trx, latest.id)).length > 0)
      return { ok: false, reason: 'not-now', state: 'in-review', expected: [] };
    const recorded = await recordFact(
      world,
      trx,
      record,
      { at: world.now(), type: 'unsubmitted', step: input.step },
      viewer.personId,
    );
    if (recorded.ok) await updateSubmission(trx, latest.id, { state: 'draft', handed_in_at: null });
    return withoutRecord(recorded);
  });
}
