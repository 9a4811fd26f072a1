import type { World } from '#app/platform/world.server.ts';
import { lockEnrolment } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { type LearningRecord, recordOf } from './record-of.server.ts';

/** Reads an enrolment under a lock: nobody else can write it until the transaction ends. */
export async function lockRecord(world: World, trx: Db, enrolmentId: string): Promise<LearningRecord | undefined> {
  const enrolment = await lockEnrolment(trx, enrolmentId);
  return enrolment && recordOf(world, trx, enrolment);
}
