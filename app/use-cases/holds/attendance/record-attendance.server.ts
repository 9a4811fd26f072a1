import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { countNotes } from '#app/use-cases/record/count-notes.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type Attendance, attendances } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { appendAttendance, findCourseDay, listAttendance } from '#db/queries/course-day.ts';
import { withoutSeat } from '#db/queries/enrolment-states.ts';
import { findHold } from '#db/queries/hold.ts';

/** The values a form may send. Pages do not import values directly from the rules. */
export const attendanceOutcomes: readonly Attendance[] = attendances;
type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'noted' } | ({ ok: false } & Refusal);

/**
 * Notes attendance on a course day of anybody who has a seat on the hold, once per adviser. It counts in the course at
 * once, or when the steps before it are done. An excuse opens a make-up day; after an absence the day is still required.
 */
export async function recordAttendance(
  world: World,
  viewer: Viewer,
  input: { courseDayId: string; enrolmentId: string; outcome: Attendance },
): Promise<Outcome> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const day = await findCourseDay(trx, input.courseDayId);
    const hold = day && (await findHold(trx, day.hold_id));
    if (!day || day.cancelled_at || !hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds }))
      return { ok: false, reason: 'not-found' };
    const record = await lockRecord(world, trx, input.enrolmentId);
    if (!record || record.enrolment.hold_id !== hold.id) return { ok: false, reason: 'not-found' };
    const at = world.now();
    if (day.held_on > dayOf(at)) return { ok: false, reason: 'too-early', until: startOfDay(day.held_on) };
    const { state } = record.enrolment;
    if (isWithoutSeat(state)) return { ok: false, reason: 'enrolment', state };
    const noted = await listAttendance(trx, { holdId: hold.id, enrolmentId: input.enrolmentId });
    if (noted.some(({ course_day_id }) => course_day_id === day.id)) return { ok: false, reason: 'noted' };
    await appendAttendance(trx, {
      id: world.newId(),
      course_day_id: day.id,
      enrolment_id: input.enrolmentId,
      outcome: input.outcome,
      by_person: viewer.personId,
      at,
      recorded_at: at,
      corrects: null,
      reason: null,
    });
    await countNotes(world, trx, record);
    return { ok: true };
  });
  if (outcome.ok) await issueWhenAssessed(world, input.enrolmentId);
  return outcome;
}

const isWithoutSeat = (state: string) => withoutSeat.some((each) => each === state);
