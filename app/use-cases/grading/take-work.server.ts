import type { World } from '#app/platform/world.server.ts';
import type { RecordOutcome } from '#app/use-cases/record/append-fact.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { updateSubmission } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import type { GradingRecord } from './lock-for-grading.server.ts';

/** From here on the work belongs to this grader until they decide or release it. */
export async function takeWork(
  world: World,
  trx: Db,
  graderId: string,
  { submission: { id, step }, record, conflict }: GradingRecord,
): Promise<RecordOutcome> {
  const fact = { at: world.now(), type: 'claimed', step, assessor: graderId, conflict } as const;
  const recorded = await recordFact(world, trx, record, fact, graderId);
  if (recorded.ok) await updateSubmission(trx, id, { state: 'in-review', claimed_by: graderId });
  return recorded;
}
