import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type FoundSnapshot, readSnapshot } from './read-snapshot.server.ts';

/** A snapshot for those who keep them. Without a viewer it is the command line, whose user has the database itself. */
export async function findSnapshot(
  world: World,
  viewer: Viewer | null,
  by: { id: string } | { code: string },
): Promise<FoundSnapshot> {
  if (viewer && !may(viewer, 'keep-snapshots')) return { ok: false, reason: 'not-found' };
  return readSnapshot(world, by);
}
