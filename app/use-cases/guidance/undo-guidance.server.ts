import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { insertGuidanceUndo } from '#db/queries/guidance.ts';

/** Notes that a session of the viewer's own does not count. The session stays in the database. */
export async function undoGuidance(world: World, viewer: Viewer, input: { id: string }): Promise<void> {
  await insertGuidanceUndo(world.db, input.id, viewer.personId, world.now());
}
