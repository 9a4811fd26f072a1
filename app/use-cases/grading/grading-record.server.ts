import type { World } from '#app/platform/world.server.ts';
import {
  type LearningRecord,
  lockRecord,
  type Recorded,
  recordFact,
} from '#app/use-cases/record/learning-record.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { conflictBetween } from '#curriculum/grading/conflict-between.ts';
import { hasGradingException } from '#db/queries/exception.ts';
import { listServicesOf } from '#db/queries/person.ts';
import { findSubmission, type SubmissionRow, updateSubmission } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';

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

/** From here on the work belongs to this grader until they decide or release it. */
export async function takeWork(
  world: World,
  trx: Db,
  graderId: string,
  { submission: { id, step }, record, conflict }: GradingRecord,
): Promise<Recorded> {
  const fact = { at: world.now(), type: 'claimed', step, assessor: graderId, conflict } as const;
  const recorded = await recordFact(world, trx, record, fact, graderId);
  if (recorded.ok) await updateSubmission(trx, id, { state: 'in-review', claimed_by: graderId });
  return recorded;
}

export async function conflictOf(world: World, db: Db, graderId: string, adviserId: string): Promise<Conflict> {
  const day = dayOf(world.now());
  const services = await listServicesOf(db, graderId, day);
  const theirs = await listServicesOf(db, adviserId, day);
  const conflict = conflictBetween({ personId: graderId, services }, { personId: adviserId, services: theirs });
  // A written exception lets a leader grade colleagues, but never their own work.
  return conflict === 'same-library' && (await hasGradingException(db, graderId, day)) ? 'none' : conflict;
}
