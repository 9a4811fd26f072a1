import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { hasSession, insertCourseDay } from '#db/queries/course-day.ts';
import { findHold, lockHold } from '#db/queries/hold.ts';
import { type CourseDayInput, type CourseDayIssue, courseDayIssues } from './course-day-issues.ts';
import { courseDayRow } from './course-day-row.ts';
import { dayStepOf } from './day-step-of.ts';
import { sessionTime } from './session-time.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-a-course-day'; issues: CourseDayIssue[] };

/**
 * Adds a course day to a running hold: a make-up day for somebody who was excused, a second session on one day at another
 * time or place, or a day that was not planned at first.
 */
export function addCourseDay(
  world: World,
  viewer: Viewer,
  input: CourseDayInput & { holdId: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const hold = await findHold(trx, input.holdId);
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    await lockHold(trx, hold.id);
    const course = world.catalogue.find(hold.course, hold.edition)?.course;
    const issues = courseDayIssues(input, course, { startsOn: hold.starts_on, endsOn: hold.ends_on });
    const step = dayStepOf(course);
    const row = step && courseDayRow(world, hold.id, step.id, input);
    if (row && issues.length === 0 && (await hasSession(trx, row)))
      issues.push({ field: 'startsAt', problem: 'taken' });
    if (!row || issues.length > 0) return { ok: false, reason: 'not-a-course-day', issues };
    await insertCourseDay(trx, row);
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'course-day-added',
      subject: hold.id,
      detail: sessionTime(row),
    });
    return { ok: true };
  });
}
