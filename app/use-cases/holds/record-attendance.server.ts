import { dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { appendAttendance, findCourseDay, findHold } from '#db/queries/hold.ts';
import type { World } from '../../platform/world.server.ts';
import { issueWhenAssessed } from '../certificates/issue-certificate.server.ts';
import { lockRecord, recordFact } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

export const attendanceOutcomes = ['attended', 'excused', 'absent'] as const;
export type AttendanceOutcome = (typeof attendanceOutcomes)[number];
type Outcome = { ok: true } | { ok: false; reason: 'not-found' } | ({ ok: false } & Refusal);

/** Notes who was there on a course day; an excuse opens a make-up day, an absence leaves the day to be met. */
export async function recordAttendance(
  world: World,
  viewer: Viewer,
  input: { courseDayId: string; enrolmentId: string; outcome: AttendanceOutcome },
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
    });
    return { ok: true };
  });
  if (outcome.ok) await issueWhenAssessed(world, input.enrolmentId);
  return outcome;
}
