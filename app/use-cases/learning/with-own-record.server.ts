import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Db } from '#db/schema.ts';

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
