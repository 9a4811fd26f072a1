import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { findHold, hasCourseDay, insertCourseDay, lockHold } from '#db/queries/hold.ts';

/** A day as `YYYY-MM-DD`, a time as `HH:MM`, and a place. */
export type CourseDayInput = { heldOn: string; startsAt: string; place: string };
export type CourseDayIssue = {
  field: 'heldOn' | 'startsAt' | 'place';
  problem: 'no-such-step' | 'not-a-day' | 'outside' | 'not-a-clock' | 'taken' | 'too-long';
};
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

export const dayStepOf = (course: Course | undefined) => course?.steps.find(({ kind }) => kind === 'day');

/** The problems with a course day for this course and period. */
export function courseDayIssues(
  { heldOn, startsAt, place }: CourseDayInput,
  course: Course | undefined,
  period: { startsOn: string; endsOn: string },
): CourseDayIssue[] {
  const issues: CourseDayIssue[] = [];
  if (course && !dayStepOf(course)) issues.push({ field: 'heldOn', problem: 'no-such-step' });
  else if (!isDay(heldOn)) issues.push({ field: 'heldOn', problem: 'not-a-day' });
  else if (heldOn < period.startsOn || heldOn > period.endsOn) issues.push({ field: 'heldOn', problem: 'outside' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) issues.push({ field: 'startsAt', problem: 'not-a-clock' });
  if (place.trim().length > 200) issues.push({ field: 'place', problem: 'too-long' });
  return issues;
}

export function courseDayRow(world: World, holdId: string, step: string, day: CourseDayInput) {
  return {
    id: world.newId(),
    hold_id: holdId,
    step,
    held_on: day.heldOn,
    starts_at: day.startsAt,
    place: day.place.trim(),
    recorded_at: world.now(),
  };
}
