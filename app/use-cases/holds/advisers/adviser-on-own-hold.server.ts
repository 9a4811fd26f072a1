import { may } from '#app/use-cases/permission.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHold, type HoldRow } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

/** An adviser's record and the hold they are on. */
export type LedAdviser = { record: LearningRecord; hold: HoldRow & { leaderIds: string[] } };

/** The adviser of a record, if the viewer leads their hold. */
export async function adviserOnOwnHold(
  db: Db,
  viewer: Viewer,
  record: LearningRecord | undefined,
): Promise<LedAdviser | undefined> {
  const hold = record && (await findHold(db, record.enrolment.hold_id));
  return hold && may(viewer, 'lead-hold', { leaderIds: hold.leaderIds }) ? { record, hold } : undefined;
}
