import type { World } from '#app/platform/world.server.ts';
import { updateLastSeen } from '#db/queries/session.ts';

/** Saves when sessions were last used. If that fails, they are kept for the next time. */
export async function saveSeen(world: World): Promise<void> {
  for (const [key, at] of [...world.seen]) {
    await updateLastSeen(world.db, key, at);
    if (world.seen.get(key) === at) world.seen.delete(key);
  }
}
