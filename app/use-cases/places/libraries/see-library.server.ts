import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { libraryState } from '#curriculum/places/library-state.ts';
import { countStaff, findLibraryRow, listLibraryChanges, listPredecessors } from '#db/queries/library.ts';
import { findServiceOf } from '#db/queries/place.ts';
import type { LibraryEntry } from './list-libraries.server.ts';

export type LibraryView = LibraryEntry & {
  successorName: string | null;
  predecessors: { number: string; name: string; closedOn: string | null }[];
  /** The municipality it stands in is served by another library service than the one that runs it. */
  servedByOther: boolean;
  changes: Awaited<ReturnType<typeof listLibraryChanges>>;
};

/** One library with everything that was decided about it. */
export async function seeLibrary(world: World, viewer: Viewer, number: string): Promise<LibraryView | undefined> {
  if (!may(viewer, 'manage-places')) return undefined;
  const today = dayOf(world.now());
  const row = await findLibraryRow(world.db, number);
  if (!row) return undefined;
  const [staff, changes, predecessors, servedBy, successor] = await Promise.all([
    countStaff(world.db, today),
    listLibraryChanges(world.db, number),
    listPredecessors(world.db, number),
    findServiceOf(world.db, { code: row.code, day: today }),
    row.successor ? findLibraryRow(world.db, row.successor) : undefined,
  ]);
  const { serviceId, guidancePoint, ...library } = row;
  return {
    ...library,
    state: libraryState(row, today),
    guidancePoint: guidancePoint === 1,
    people: staff.get(number) ?? 0,
    successorName: successor?.name ?? null,
    predecessors,
    servedByOther: servedBy !== serviceId,
    changes,
  };
}
