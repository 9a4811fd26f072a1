import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHold, type HoldRow } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

/** A hold that the viewer, or nobody in particular, may import people into and whose course has its files. */
export async function findHoldToFill(
  world: World,
  db: Db,
  viewer: Viewer | null,
  holdId: string,
): Promise<(HoldRow & { leaderIds: string[] }) | undefined> {
  const hold = await findHold(db, holdId);
  return hold &&
    (viewer === null || may(viewer, 'import-people', { leaderIds: hold.leaderIds })) &&
    world.catalogue.find(hold.course, hold.edition)
    ? hold
    : undefined;
}
