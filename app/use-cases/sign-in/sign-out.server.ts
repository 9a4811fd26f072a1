import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { revokeSession } from '#db/queries/session.ts';

/** Ends the session behind this request. Its cookie is worthless afterwards. */
export async function signOut(world: World, viewer: Viewer): Promise<void> {
  await revokeSession(world.db, viewer.sessionKey, world.now());
}
