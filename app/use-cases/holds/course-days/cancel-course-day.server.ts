import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { hasAttendance, updateCourseDay } from '#db/queries/course-day.ts';
import { sessionTime } from './session-time.ts';
import { tellOfCourseDay } from './tell-of-course-day.server.ts';
import { withOwnDay } from './with-own-day.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'reason-missing' | 'day-noted' };

/** Cancels a course day that was not held, with a reason, and tells everybody who still has it ahead. */
export function cancelCourseDay(
  world: World,
  viewer: Viewer,
  input: { holdId: string; courseDayId: string; reason: string },
): Promise<Outcome> {
  return withOwnDay(world, viewer, input, async (trx, hold, day): Promise<Outcome> => {
    const because = parseReason(input.reason);
    if (!because) return { ok: false, reason: 'reason-missing' };
    if (await hasAttendance(trx, day.id)) return { ok: false, reason: 'day-noted' };
    const at = world.now();
    await updateCourseDay(trx, day.id, { cancelled_at: at, cancelled_because: because });
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'course-day-cancelled',
      subject: hold.id,
      detail: sessionTime(day),
    });
    if (day.held_on >= dayOf(at)) await tellOfCourseDay(world, trx, { hold, day, because });
    return { ok: true };
  });
}
