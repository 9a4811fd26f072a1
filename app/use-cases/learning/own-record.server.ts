import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import {
  type LearningRecord,
  lockRecord,
  type Recorded,
  recordFact,
} from '#app/use-cases/record/learning-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import type { Db } from '#db/schema.ts';

export type Refused = { ok: false; reason: 'not-found' } | ({ ok: false } & Refusal);
export type Done = { ok: true } | Refused;

/** Changes the viewer's own course in one transaction, then issues the certificate if that completed the course. */
export async function withOwnRecord<T>(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  work: (trx: Db, record: LearningRecord) => Promise<T>,
): Promise<T | { ok: false; reason: 'not-found' }> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<T | { ok: false; reason: 'not-found' }> => {
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id }))
      return { ok: false, reason: 'not-found' };
    return work(trx, record);
  });
  await issueWhenAssessed(world, enrolmentId);
  return outcome;
}

/** Records one fact on the viewer's own course. */
export function recordOwnFact(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  fact: (record: LearningRecord) => FlowEvent,
): Promise<Done> {
  return withOwnRecord(world, viewer, enrolmentId, async (trx, record): Promise<Done> => {
    return withoutRecord(await recordFact(world, trx, record, fact(record), viewer.personId));
  });
}

export function withoutRecord(recorded: Recorded): Done {
  return recorded.ok ? { ok: true } : recorded;
}
