import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listSnapshotHeads } from '#db/queries/snapshot.ts';
import type { SnapshotHead } from './read-snapshot.server.ts';

const most = 100;

/** The latest snapshots, newest first. Whether each still has its hash is said when it is opened. */
export async function listSnapshots(world: World, viewer: Viewer | null): Promise<SnapshotHead[] | undefined> {
  if (viewer && !may(viewer, 'keep-snapshots')) return undefined;
  return (await listSnapshotHeads(world.db, most)).map(({ scope: _, ...head }) => head);
}
