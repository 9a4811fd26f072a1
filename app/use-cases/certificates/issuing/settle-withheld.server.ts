import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import type { Db } from '#db/schema.ts';

export type SettleOutcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'reason-missing' }
  | ({ ok: false } & Refusal);

/** Records the decision about a withheld certificate and does what follows from it, in one transaction. */
export function settleWithheld(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  fact: FlowEvent,
  then: (trx: Db, record: LearningRecord) => Promise<void>,
): Promise<SettleOutcome> {
  return world.db.transaction().execute(async (trx): Promise<SettleOutcome> => {
    if (!may(viewer, 'settle-withheld')) return { ok: false, reason: 'forbidden' };
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record) return { ok: false, reason: 'not-found' };
    const recorded = await recordFact(world, trx, record, fact, viewer.personId);
    if (!recorded.ok) return recorded;
    await writeAudit(world, trx, { actor: viewer.personId, action: fact.type, subject: enrolmentId });
    await then(trx, record);
    return { ok: true };
  });
}
