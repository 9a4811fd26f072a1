import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHold, hasCourseDay, insertCourseDay, lockHold } from '#db/queries/hold.ts';
import { type CourseDayInput, type CourseDayIssue, courseDayIssues } from './course-day-issues.ts';
import { courseDayRow } from './course-day-row.ts';
import { dayStepOf } from './day-step-of.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-a-course-day'; issues: CourseDayIssue[] };

/**
 * Adds a course day to a running hold: a make-up day for somebody who was excused, or a day that was not planned at
 * first.
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
    if (step && issues.length === 0 && (await hasCourseDay(trx, hold.id, step.id, input.heldOn)))
      issues.push({ field: 'heldOn', problem: 'taken' });
    if (!step || issues.length > 0) return { ok: false, reason: 'not-a-course-day', issues };
    await insertCourseDay(trx, courseDayRow(world, hold.id, step.id, input));
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'course-day-added',
      subject: hold.id,
      detail: input.heldOn,
    });
    return { ok: true };
  });
}
