import type { World } from '#app/platform/world.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { adviserOnOwnHold, type LedAdviser } from './adviser-on-own-hold.server.ts';

/** An adviser on a hold the viewer leads. */
export async function findAdviser(world: World, viewer: Viewer, enrolmentId: string): Promise<LedAdviser | undefined> {
  return adviserOnOwnHold(world.db, viewer, await findRecord(world, world.db, enrolmentId));
}
