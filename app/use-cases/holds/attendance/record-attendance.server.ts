import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type Attendance, attendances } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { appendAttendance, findCourseDay, findHold, listAttendance } from '#db/queries/hold.ts';

/** The values a form may send. Pages do not import values directly from the rules. */
export const attendanceOutcomes: readonly Attendance[] = attendances;
type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'noted' } | ({ ok: false } & Refusal);

/**
 * Notes attendance on a course day, once per adviser. An excuse opens a make-up day; after an absence the day is still
 * required.
 */
export async function recordAttendance(
  world: World,
  viewer: Viewer,
  input: { courseDayId: string; enrolmentId: string; outcome: Attendance },
): Promise<Outcome> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const day = await findCourseDay(trx, input.courseDayId);
    const hold = day && (await findHold(trx, day.hold_id));
    if (!day || !hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds }))
      return { ok: false, reason: 'not-found' };
    const record = await lockRecord(world, trx, input.enrolmentId);
    if (!record || record.enrolment.hold_id !== hold.id) return { ok: false, reason: 'not-found' };
    const at = world.now();
    if (day.held_on > dayOf(at)) return { ok: false, reason: 'too-early', until: startOfDay(day.held_on) };
    const noted = await listAttendance(trx, { holdId: hold.id, enrolmentId: input.enrolmentId });
    if (noted.some(({ course_day_id }) => course_day_id === day.id)) return { ok: false, reason: 'noted' };
    const recorded = await recordFact(world, trx, record, { at, type: input.outcome, step: day.step }, viewer.personId);
    if (!recorded.ok) return recorded;
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
    return { ok: true };
  });
  if (outcome.ok) await issueWhenAssessed(world, input.enrolmentId);
  return outcome;
}
