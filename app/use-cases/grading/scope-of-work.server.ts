import type { Scope } from '#app/use-cases/permission.ts';
import { listAssessorsOf } from '#db/queries/appeal.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { listLeaderIds } from '#db/queries/hold.ts';
import type { SubmissionRow } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';

/**
 * Who knows whose work this is and reads it: the adviser, the leaders of the hold, who has taken it to grade, and who
 * has taken an appeal over it.
 */
export async function scopeOfWork(
  db: Db,
  submission: Pick<SubmissionRow, 'step' | 'claimed_by'>,
  enrolment: Pick<EnrolmentRow, 'id' | 'person_id' | 'hold_id'>,
): Promise<Scope> {
  const leaders = await listLeaderIds(db, enrolment.hold_id);
  const assessors = await listAssessorsOf(db, enrolment.id, submission.step);
  const grader = submission.claimed_by ? [submission.claimed_by] : [];
  return { personId: enrolment.person_id, leaderIds: [...leaders, ...grader, ...assessors] };
}
