import type { World } from '#app/platform/world.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { findSubmission, type SubmissionRow } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import { conflictOf } from './conflict-of.server.ts';

export type GradingRecord = { submission: SubmissionRow; record: LearningRecord; conflict: Conflict };

/** Finds a submission, locks the adviser's record, and says whether this grader has a conflict of interest. */
export async function lockForGrading(
  world: World,
  trx: Db,
  graderId: string,
  submissionId: string,
): Promise<GradingRecord | undefined> {
  const found = await findSubmission(trx, submissionId);
  const record = found && (await lockRecord(world, trx, found.enrolment_id));
  // Read again under the lock, because another leader may have taken it in the meantime.
  const submission = record && (await findSubmission(trx, submissionId));
  if (!record || !submission) return undefined;
  return { submission, record, conflict: await conflictOf(world, trx, graderId, record.enrolment.person_id) };
}
