import type { World } from '#app/platform/world.server.ts';
import { removeEnded } from '#db/queries/session.ts';

const kept = 30 * 24 * 3_600_000;

/** Deletes expired codes and counters, and sessions a month after they ended. */
export async function sweepSignIn(world: World): Promise<void> {
  const now = world.now();
  await removeEnded(world.db, now, new Date(Date.parse(now) - kept).toISOString());
}
