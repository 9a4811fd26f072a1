import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { lockLibrary, updateLibrary } from '#db/queries/library.ts';
import { noteLibraryChange } from './note-library-change.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'not-closed' };

/** Takes back a closing. The people stay where the closing put them: each is moved back by hand. */
export function reopenLibrary(world: World, viewer: Viewer | null, input: { number: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
    const library = await lockLibrary(trx, input.number);
    if (!library) return { ok: false, reason: 'not-found' };
    if (library.closedOn === null) return { ok: false, reason: 'not-closed' };
    const now = world.now();
    await updateLibrary(trx, library.number, { closed_on: null, successor: null }, now);
    await noteLibraryChange(world, trx, viewer, {
      number: library.number,
      kind: 'reopened',
      on_day: library.closedOn,
      name: library.name,
      municipality_code: library.code,
      guidance_point: library.guidancePoint,
      successor: null,
    });
    return { ok: true };
  });
}
