import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { insertCourseDay } from '#db/queries/course-day.ts';
import { findHoldOf, insertHold } from '#db/queries/hold.ts';
import { type CourseDayInput, type CourseDayIssue, courseDayIssues } from './course-days/course-day-issues.ts';
import { courseDayRow } from './course-days/course-day-row.ts';
import { dayStepOf } from './course-days/day-step-of.ts';
import { noteEdition } from './editions/note-edition.server.ts';
import { isSeatCount } from './is-seat-count.ts';

type Input = {
  name: string;
  course: string;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  selfEnrol: boolean;
  courseDay?: CourseDayInput;
  operationId?: string;
};
export type HoldIssue =
  | CourseDayIssue
  | { field: 'name'; problem: 'missing' | 'too-long' }
  | { field: 'course'; problem: 'missing' }
  | { field: 'startsOn'; problem: 'not-a-day' }
  | { field: 'endsOn'; problem: 'not-a-day' | 'before-start' | 'in-the-past' }
  | { field: 'seats'; problem: 'not-a-number' };
type Outcome =
  | { ok: true; holdId: string }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-a-hold'; issues: HoldIssue[] };

/** Creates a hold of a course edition, led by its creator. Sending the same form twice creates one hold. */
export function createHold(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'create-hold')) return { ok: false, reason: 'forbidden' };
    // A draft may still change, and the questions of an attempt may not.
    const edition = world.catalogue.isPublished(input.course, input.edition)
      ? world.catalogue.find(input.course, input.edition)
      : undefined;
    const now = world.now();
    const issues: HoldIssue[] = [];
    if (input.name.trim() === '') issues.push({ field: 'name', problem: 'missing' });
    if (input.name.trim().length > 120) issues.push({ field: 'name', problem: 'too-long' });
    if (!edition) issues.push({ field: 'course', problem: 'missing' });
    if (!isDay(input.startsOn)) issues.push({ field: 'startsOn', problem: 'not-a-day' });
    if (!isDay(input.endsOn)) issues.push({ field: 'endsOn', problem: 'not-a-day' });
    else if (input.endsOn <= input.startsOn) issues.push({ field: 'endsOn', problem: 'before-start' });
    else if (input.endsOn < dayOf(now)) issues.push({ field: 'endsOn', problem: 'in-the-past' });
    if (!isSeatCount(input.seats)) issues.push({ field: 'seats', problem: 'not-a-number' });
    const { courseDay } = input;
    const day = dayStepOf(edition?.course);
    if (courseDay) issues.push(...courseDayIssues(courseDay, edition?.course, input));
    if (issues.length > 0 || !edition) return { ok: false, reason: 'not-a-hold', issues };

    const { course } = edition;
    await noteEdition(world, trx, edition);
    const holdId = world.newId();
    const operation = operationOf(viewer, input);
    const inserted = await insertHold(
      trx,
      {
        id: holdId,
        name: input.name.trim(),
        course: course.id,
        edition: course.edition,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        seats: input.seats,
        self_enrol: input.selfEnrol ? 1 : 0,
        recorded_at: now,
        client_op_id: operation,
      },
      [viewer.personId],
    );
    if (!inserted) return { ok: true, holdId: (await findHoldOf(trx, operation)).id };
    if (courseDay && day) await insertCourseDay(trx, courseDayRow(world, holdId, day.id, courseDay));
    return { ok: true, holdId };
  });
}
