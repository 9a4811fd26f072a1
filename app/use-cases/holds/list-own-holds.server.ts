import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { listHolds } from '#db/queries/hold.ts';

export type HoldEntry = {
  id: string;
  name: string;
  course: string;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  taken: number;
  requested: number;
  waitlisted: number;
};

/** The holds a leader leads, or every hold for an administrator. */
export async function listOwnHolds(world: World, viewer: Viewer): Promise<HoldEntry[]> {
  const rows = await listHolds(world.db, hasRole(viewer, 'administrator') ? undefined : viewer.personId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    course: row.course,
    edition: row.edition,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    seats: row.seats,
    taken: Number(row.taken),
    requested: Number(row.requested),
    waitlisted: Number(row.waitlisted),
  }));
}
