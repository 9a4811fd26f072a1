import type { Scope } from '#app/use-cases/permission.ts';
import { listAssessorsOf } from '#db/queries/appeal.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { listLeaderIds } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

/**
 * Who knows whose work this is and reads it: the adviser, the leaders of the hold, who has taken it to grade or to judge
 * an appeal over it, and who has taken an appeal over the same step.
 */
export async function scopeOfWork(
  db: Db,
  work: { step: string; claimed_by: string | null },
  enrolment: Pick<EnrolmentRow, 'id' | 'person_id' | 'hold_id'>,
): Promise<Scope> {
  const leaders = await listLeaderIds(db, enrolment.hold_id);
  const assessors = await listAssessorsOf(db, enrolment.id, work.step);
  const grader = work.claimed_by ? [work.claimed_by] : [];
  return { personId: enrolment.person_id, leaderIds: [...leaders, ...grader, ...assessors] };
}
