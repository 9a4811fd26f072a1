import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import { type CourseDayRow, findCourseDay, listAttendance } from '#db/queries/course-day.ts';
import { findHold, type HoldRow } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

export type OwnDay = { record: LearningRecord; hold: HoldRow & { leaderIds: string[] }; day: CourseDayRow };
export type OwnDayRefused = { ok: false; reason: 'not-found' | 'day-over' | 'day-cancelled' | 'day-done' };

const withSeat = new Set(['enrolled', 'active', 'suspended']);

/** Does something about a coming course day of the viewer's own hold, in one transaction. */
export function withOwnCourseDay<T>(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; courseDayId: string },
  work: (trx: Db, own: OwnDay) => Promise<T>,
): Promise<T | OwnDayRefused> {
  return world.db.transaction().execute(async (trx): Promise<T | OwnDayRefused> => {
    const record = await lockRecord(world, trx, input.enrolmentId);
    if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id }))
      return { ok: false, reason: 'not-found' };
    const { enrolment, edition, snapshot } = record;
    const day = await findCourseDay(trx, input.courseDayId);
    const hold = await findHold(trx, enrolment.hold_id);
    if (!day || !hold || day.hold_id !== hold.id || !withSeat.has(enrolment.state))
      return { ok: false, reason: 'not-found' };
    if (day.cancelled_at !== null) return { ok: false, reason: 'day-cancelled' };
    const step = progressIn(edition.course, snapshot).steps.find(({ id }) => id === day.step);
    const notes = await listAttendance(trx, { holdId: hold.id, enrolmentId: enrolment.id });
    if (step?.status === 'done' || notes.some(({ course_day_id }) => course_day_id === day.id))
      return { ok: false, reason: 'day-done' };
    if (day.held_on < dayOf(world.now())) return { ok: false, reason: 'day-over' };
    return work(trx, { record, hold, day });
  });
}
