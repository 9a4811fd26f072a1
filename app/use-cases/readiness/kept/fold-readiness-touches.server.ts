import type { World } from '#app/platform/world.server.ts';
import { foldTouches } from '#db/queries/readiness-touch.ts';

/** Keeps the counts of changes short: one row for each service. Asked each minute by the server. */
export function foldReadinessTouches(world: World): Promise<void> {
  return world.db.transaction().execute(foldTouches);
}
