import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listJoins } from '#db/queries/person-join.ts';
import type { JoinEntry } from './see-join.server.ts';

/** Which records were joined, the latest first, by whom, and whether that was undone. */
export async function listRecentJoins(
  world: World,
  viewer: Viewer | null,
  by: { keptId?: string } = {},
): Promise<JoinEntry[]> {
  if (viewer && !may(viewer, 'join-people')) return [];
  return (await listJoins(world.db, { ...by, most: 20 })).map((row) => ({
    id: row.id,
    keptName: row.kept_name,
    keptEmail: row.kept_email,
    lostName: row.lost_name,
    lostEmail: row.lost_email,
    by: row.by,
    on: dayOf(row.recorded_at),
    undoneOn: row.undone_at && dayOf(row.undone_at),
  }));
}
