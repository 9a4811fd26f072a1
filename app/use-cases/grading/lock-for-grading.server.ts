import type { World } from '#app/platform/world.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { type DoubleGrading, listDoubleGradings } from '#db/queries/double-grading.ts';
import { findSubmission, type SubmissionRow } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import { conflictOf } from './conflict-of.server.ts';

/** `stored`: the gradings that do not count by themselves, where two leaders grade. */
export type GradingRecord = {
  submission: SubmissionRow;
  record: LearningRecord;
  conflict: Conflict;
  stored: DoubleGrading[];
};

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
  const conflict = await conflictOf(world, trx, graderId, record.enrolment.person_id);
  return { submission, record, conflict, stored: await listDoubleGradings(trx, submissionId) };
}
