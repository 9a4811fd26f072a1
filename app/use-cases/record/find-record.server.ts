import type { World } from '#app/platform/world.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { type LearningRecord, recordOf } from './record-of.server.ts';

/** Reads an enrolment with its edition and its present state. */
export async function findRecord(world: World, db: Db, enrolmentId: string): Promise<LearningRecord | undefined> {
  const enrolment = await findEnrolment(db, enrolmentId);
  return enrolment && recordOf(world, db, enrolment);
}
