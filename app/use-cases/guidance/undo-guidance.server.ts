import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { undoGuidance as undoRow } from '#db/queries/guidance.ts';

/** Removes a session that the viewer has just logged. */
export async function undoGuidance(world: World, viewer: Viewer, input: { id: string }): Promise<void> {
  await undoRow(world.db, input.id, viewer.personId, world.now());
}
