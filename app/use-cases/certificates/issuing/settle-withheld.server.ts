import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { type LearningRecord, lockRecord, recordFact } from '#app/use-cases/record/learning-record.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { findLastReason, listWithheld as listRows, updateHeldBack } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { issueWhenAssessed } from './issue-certificate.server.ts';

export type Withheld = {
  enrolmentId: string;
  name: string;
  hold: string;
  holdId: string;
  since: string;
  reason: string;
};
type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'reason-missing' }
  | ({ ok: false } & Refusal);

/** Earned certificates that are withheld, the longest wait first, with the reason. */
export async function listWithheld(world: World, viewer: Viewer): Promise<Withheld[]> {
  if (!may(viewer, 'settle-withheld')) return [];
  const rows = await listRows(world.db);
  return Promise.all(
    rows.map(async (row) => ({
      enrolmentId: row.id,
      name: row.name,
      hold: row.hold,
      holdId: row.hold_id,
      since: row.last_at,
      reason: (await findLastReason(world.db, row)) ?? '',
    })),
  );
}

/** Issues a withheld certificate once its reason is gone. If it still cannot be printed, it is withheld again. */
export async function clearWithheld(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<Outcome> {
  const outcome = await settle(world, viewer, input.enrolmentId, { at: world.now(), type: 'cleared' }, (trx) =>
    updateHeldBack(trx, input.enrolmentId, null),
  );
  if (outcome.ok) await issueWhenAssessed(world, input.enrolmentId);
  return outcome;
}

/** Ends the course without a certificate. The adviser is told the reason. */
export async function annulWithheld(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; reason: string },
): Promise<Outcome> {
  const reason = input.reason.trim();
  if (reason.length < 5 || reason.length > 1_000) return { ok: false, reason: 'reason-missing' };
  return settle(world, viewer, input.enrolmentId, { at: world.now(), type: 'annulled', reason }, (trx, { enrolment }) =>
    writeLetter(world, trx, {
      personId: enrolment.person_id,
      key: `annulled:${enrolment.id}`,
      template: 'annulled',
      words: () => ({ reason }),
    }),
  );
}

function settle(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  fact: FlowEvent,
  then: (trx: Db, record: LearningRecord) => Promise<void>,
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
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
