import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { hasAttendance, hasSession, updateCourseDay } from '#db/queries/course-day.ts';
import { endRegrets } from '#db/queries/regret.ts';
import { type CourseDayInput, type CourseDayIssue, courseDayIssues } from './course-day-issues.ts';
import { sessionOf } from './session-of.ts';
import { sessionTime } from './session-time.ts';
import { tellOfCourseDay } from './tell-of-course-day.server.ts';
import { withOwnDay } from './with-own-day.server.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'day-noted' }
  | { ok: false; reason: 'not-a-course-day'; issues: CourseDayIssue[] };

/**
 * Corrects the time or place of a course day, or moves it to another day, and tells everybody who still has it ahead. A
 * day on which attendance was noted was held, so it cannot move; its time and place can be put right.
 */
export function changeCourseDay(
  world: World,
  viewer: Viewer,
  input: CourseDayInput & { holdId: string; courseDayId: string },
): Promise<Outcome> {
  return withOwnDay(world, viewer, input, async (trx, hold, day): Promise<Outcome> => {
    const course = world.catalogue.find(hold.course, hold.edition)?.course;
    const issues = courseDayIssues(input, course, { startsOn: hold.starts_on, endsOn: hold.ends_on });
    if (issues.length > 0) return { ok: false, reason: 'not-a-course-day', issues };
    const now = sessionOf(input);
    if (sessionTime(now) === sessionTime(day) && now.place === day.place) return { ok: true };
    if (now.held_on !== day.held_on && (await hasAttendance(trx, day.id))) return { ok: false, reason: 'day-noted' };
    if (await hasSession(trx, { ...day, ...now }, day.id))
      return { ok: false, reason: 'not-a-course-day', issues: [{ field: 'startsAt', problem: 'taken' }] };
    await updateCourseDay(trx, day.id, now);
    if (sessionTime(now) !== sessionTime(day)) await endRegrets(trx, day.id, world.now());
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'course-day-changed',
      subject: hold.id,
      detail: `${sessionTime(day)} → ${sessionTime(now)}`,
    });
    const today = dayOf(world.now());
    if (day.held_on >= today || now.held_on >= today) await tellOfCourseDay(world, trx, { hold, day, now });
    return { ok: true };
  });
}
