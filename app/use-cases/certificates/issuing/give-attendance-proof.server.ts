import type { World } from '#app/platform/world.server.ts';
import { adviserOnOwnHold } from '#app/use-cases/holds/advisers/adviser-on-own-hold.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type FindAdviser, printProof } from './print-proof.server.ts';

/**
 * The leader of the hold gives a proof of attendance to somebody who attended but has not passed everything (yet). It
 * is not a certificate and never counts as one. It is given once per enrolment: numbered, printed, and then stored.
 */
export function giveAttendanceProof(
  world: World,
  viewer: Viewer,
  { enrolmentId }: { enrolmentId: string },
): ReturnType<typeof printProof> {
  const find: FindAdviser = async (db, lock) => {
    const record = await (lock ? lockRecord : findRecord)(world, db, enrolmentId);
    const adviser = await adviserOnOwnHold(db, viewer, record);
    if (!adviser || !may(viewer, 'give-attendance-proof', { leaderIds: adviser.hold.leaderIds })) return undefined;
    return { ...adviser, by: viewer.personId };
  };
  return printProof(world, enrolmentId, { find, actor: viewer.personId });
}
