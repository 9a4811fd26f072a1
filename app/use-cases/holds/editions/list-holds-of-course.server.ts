import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listHolds } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

export type HoldOfCourse = { id: string; name: string; edition: string; startsOn: string; endsOn: string };

/** The holds of a course that the viewer leads and that have not ended, in the order they are locked in. */
export async function listHoldsOfCourse(world: World, db: Db, viewer: Viewer, course: string): Promise<HoldOfCourse[]> {
  const leaderId = hasRole(viewer, 'administrator') ? undefined : viewer.personId;
  const rows = await listHolds(db, { leaderId, endsFrom: dayOf(world.now()) });
  return rows
    .filter((row) => row.course === course)
    .map(({ id, name, edition, starts_on, ends_on }) => ({ id, name, edition, startsOn: starts_on, endsOn: ends_on }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
