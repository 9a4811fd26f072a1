import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type CourseDayRow, findCourseDay } from '#db/queries/course-day.ts';
import { findHold, type HoldRow, lockHold } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

/** Works on a day of a hold that the viewer leads, with the hold locked. A day that was cancelled is not found. */
export function withOwnDay<T>(
  world: World,
  viewer: Viewer,
  { holdId, courseDayId }: { holdId: string; courseDayId: string },
  work: (trx: Db, hold: HoldRow, day: CourseDayRow) => Promise<T>,
): Promise<T | { ok: false; reason: 'not-found' }> {
  return world.db.transaction().execute(async (trx): Promise<T | { ok: false; reason: 'not-found' }> => {
    const hold = await findHold(trx, holdId);
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    await lockHold(trx, hold.id);
    const day = await findCourseDay(trx, courseDayId);
    if (day?.hold_id !== hold.id || day.cancelled_at) return { ok: false, reason: 'not-found' };
    return work(trx, hold, day);
  });
}
