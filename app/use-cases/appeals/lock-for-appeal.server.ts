import type { World } from '#app/platform/world.server.ts';
import { conflictOf } from '#app/use-cases/grading/conflict-of.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { type AppealRow, findAppeal } from '#db/queries/appeal.ts';
import type { Db } from '#db/schema.ts';

export type AppealRefused = { ok: false; reason: 'not-found' | 'forbidden' | 'taken' } | ({ ok: false } & Refusal);
export type AppealRecord = { appeal: AppealRow; record: LearningRecord; conflict: Conflict };

/** Finds an appeal, locks the adviser's record, and says whether this leader has a conflict of interest. */
export async function lockForAppeal(
  world: World,
  trx: Db,
  leaderId: string,
  appealId: string,
): Promise<AppealRecord | undefined> {
  const found = await findAppeal(trx, appealId);
  const record = found && (await lockRecord(world, trx, found.enrolment_id));
  // Read again under the lock, because another leader may have taken it in the meantime.
  const appeal = record && (await findAppeal(trx, appealId));
  if (!record || !appeal) return undefined;
  return { appeal, record, conflict: await conflictOf(world, trx, leaderId, record.enrolment.person_id) };
}
