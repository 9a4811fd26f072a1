import type { World } from '#app/platform/world.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Db } from '#db/schema.ts';
import { adviserOnOwnHold, type LedAdviser } from './adviser-on-own-hold.server.ts';

/** Locks the record of an adviser on a hold the viewer leads, and runs a decision about the adviser. */
export function withAdviser<T>(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  work: (trx: Db, adviser: LedAdviser) => Promise<T>,
): Promise<T | { ok: false; reason: 'not-found' }> {
  return world.db.transaction().execute(async (trx): Promise<T | { ok: false; reason: 'not-found' }> => {
    const adviser = await adviserOnOwnHold(trx, viewer, await lockRecord(world, trx, enrolmentId));
    return adviser ? work(trx, adviser) : { ok: false, reason: 'not-found' };
  });
}
