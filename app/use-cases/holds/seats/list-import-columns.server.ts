import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import { columns } from './read-import.ts';

/** The columns of a file for the import; undefined if the viewer may not import to the hold. */
export async function listImportColumns(
  world: World,
  viewer: Viewer,
  holdId: string,
): Promise<readonly string[] | undefined> {
  return (await findHoldToFill(world, world.db, viewer, holdId)) && columns;
}
