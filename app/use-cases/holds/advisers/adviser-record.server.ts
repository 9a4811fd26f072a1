import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import {
  findRecord,
  type LearningRecord,
  lockRecord,
  recordFact,
} from '#app/use-cases/record/learning-record.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { findHold, type HoldRow } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

export type Adviser = { record: LearningRecord; hold: HoldRow & { leaderIds: string[] } };
export type NotDone = { ok: false; reason: 'not-found' | 'reason-missing' } | ({ ok: false } & Refusal);
export type Done = { ok: true } | NotDone;

/** An adviser on a hold the viewer leads. */
export async function findAdviser(world: World, viewer: Viewer, enrolmentId: string): Promise<Adviser | undefined> {
  return onOwnHold(world.db, viewer, await findRecord(world, world.db, enrolmentId));
}

/** The same with the record locked, for a decision about the adviser. */
export function withAdviser<T>(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  work: (trx: Db, adviser: Adviser) => Promise<T>,
): Promise<T | { ok: false; reason: 'not-found' }> {
  return world.db.transaction().execute(async (trx): Promise<T | { ok: false; reason: 'not-found' }> => {
    const adviser = await onOwnHold(trx, viewer, await lockRecord(world, trx, enrolmentId));
    return adviser ? work(trx, adviser) : { ok: false, reason: 'not-found' };
  });
}

async function onOwnHold(db: Db, viewer: Viewer, record: LearningRecord | undefined): Promise<Adviser | undefined> {
  const hold = record && (await findHold(db, record.enrolment.hold_id));
  return hold && may(viewer, 'lead-hold', { leaderIds: hold.leaderIds }) ? { record, hold } : undefined;
}

/** A reason that is meaningful; undefined if it is too short. */
export function parseReason(text: string): string | undefined {
  const reason = text.trim();
  return reason.length >= 5 && reason.length <= 1_000 ? reason : undefined;
}

/** Records a fact about an adviser and who decided it. */
export async function recordDecision(
  world: World,
  trx: Db,
  viewer: Viewer,
  record: LearningRecord,
  fact: FlowEvent,
): Promise<Done> {
  const recorded = await recordFact(world, trx, record, fact, viewer.personId);
  if (!recorded.ok) return recorded;
  await writeAudit(world, trx, { actor: viewer.personId, action: fact.type, subject: record.enrolment.id });
  return { ok: true };
}
