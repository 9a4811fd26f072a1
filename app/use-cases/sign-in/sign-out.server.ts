import { revokeSession } from '#db/queries/session.ts';
import type { World } from '../../platform/world.server.ts';
import type { Viewer } from '../viewer.ts';

/** Ends the session behind this request; the cookie is worth nothing afterwards. */
export async function signOut(world: World, viewer: Viewer): Promise<void> {
  await revokeSession(world.db, viewer.sessionKey, world.now());
}
