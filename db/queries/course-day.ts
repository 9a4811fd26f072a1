import type { Db, NewRow, Row } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export type CourseDayRow = Row<'course_day'>;
type SessionOfHold = Pick<CourseDayRow, 'hold_id' | 'step' | 'held_on' | 'starts_at' | 'place'>;

export async function insertCourseDay(db: Db, row: NewRow<'course_day'>): Promise<void> {
  await db.insertInto('course_day').values(row).execute();
}

/** Does the hold meet at this time and place already? Two sessions on one day differ in one of them. */
export async function hasSession(
  db: Db,
  { hold_id, step, held_on, starts_at, place }: SessionOfHold,
  exceptId = '',
): Promise<boolean> {
  const row = await db
    .selectFrom('course_day')
    .select('id')
    .where('hold_id', '=', hold_id)
    .where('step', '=', step)
    .where('held_on', '=', held_on)
    .where('starts_at', '=', starts_at)
    .where('place', '=', place)
    .where('cancelled_at', 'is', null)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The sessions of some holds in order, without those that were cancelled. */
export async function listCourseDays(db: Db, ...holdIds: string[]): Promise<CourseDayRow[]> {
  return (await listAllCourseDays(db, ...holdIds)).filter(({ cancelled_at }) => cancelled_at === null);
}

/** The same with those that were cancelled. */
export async function listAllCourseDays(db: Db, ...holdIds: string[]): Promise<CourseDayRow[]> {
  if (holdIds.length === 0) return [];
  return db
    .selectFrom('course_day')
    .selectAll()
    .where('hold_id', 'in', holdIds)
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

export async function findCourseDay(db: Db, id: string): Promise<CourseDayRow | undefined> {
  return db.selectFrom('course_day').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateCourseDay(
  db: Db,
  id: string,
  change: Partial<Pick<CourseDayRow, 'held_on' | 'starts_at' | 'place' | 'cancelled_at' | 'cancelled_because'>>,
): Promise<void> {
  await db.updateTable('course_day').set(change).where('id', '=', id).execute();
}

/** Was anything noted about anybody on this day? */
export async function hasAttendance(db: Db, courseDayId: string): Promise<boolean> {
  const row = await db
    .selectFrom('attendance')
    .select('id')
    .where('course_day_id', '=', courseDayId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function appendAttendance(db: Db, row: NewRow<'attendance'>): Promise<void> {
  await db.insertInto('attendance').values(row).execute();
}

/** From now on, the note is a fact of the course. */
export async function countAttendance(db: Db, attendanceId: string, recordedAt: string): Promise<void> {
  await db.insertInto('counted_attendance').values({ attendance_id: attendanceId, recorded_at: recordedAt }).execute();
}

export async function findAttendance(db: Db, id: string): Promise<Row<'attendance'> | undefined> {
  return db.selectFrom('attendance').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * Every note of attendance on a hold, of one adviser or of all, newest first, with who noted it, and since when it counts
 * in the course.
 */
export async function listAttendance(db: Db, by: { holdId: string; enrolmentId?: string }) {
  return db
    .selectFrom('attendance')
    .innerJoin('course_day', 'course_day.id', 'attendance.course_day_id')
    .leftJoin('counted_attendance', 'counted_attendance.attendance_id', 'attendance.id')
    .selectAll('attendance')
    .select([
      'course_day.step',
      'course_day.held_on',
      'course_day.starts_at',
      'counted_attendance.recorded_at as counted_at',
      nameOf('attendance.by_person').as('by'),
    ])
    .where('course_day.hold_id', '=', by.holdId)
    .$if(by.enrolmentId !== undefined, (all) => all.where('attendance.enrolment_id', '=', by.enrolmentId!))
    .orderBy('attendance.at', 'desc')
    .orderBy('attendance.id', 'desc')
    .execute();
}

/** The notes about an adviser that do not count yet and were not corrected, in the order of the sessions. */
export async function listUncounted(db: Db, enrolmentId: string, step: string) {
  return db
    .selectFrom('attendance')
    .innerJoin('course_day', 'course_day.id', 'attendance.course_day_id')
    .leftJoin('counted_attendance', 'counted_attendance.attendance_id', 'attendance.id')
    .leftJoin('attendance as correction', 'correction.corrects', 'attendance.id')
    .select(['attendance.id', 'attendance.outcome', 'attendance.by_person'])
    .where('attendance.enrolment_id', '=', enrolmentId)
    .where('course_day.step', '=', step)
    .where('counted_attendance.attendance_id', 'is', null)
    .where('correction.id', 'is', null)
    .orderBy('course_day.held_on')
    .orderBy('course_day.starts_at')
    .orderBy('attendance.at')
    .execute();
}

/** Everybody with a seat on the hold, whose course is still to be finished, and who has not had this step. */
export async function listAwaiting(db: Db, holdId: string, step: string): Promise<{ id: string; person_id: string }[]> {
  return db
    .selectFrom('enrolment')
    .leftJoin('enrolment_step', (join) =>
      join.onRef('enrolment_step.enrolment_id', '=', 'enrolment.id').on('enrolment_step.step', '=', step),
    )
    .select(['enrolment.id', 'enrolment.person_id'])
    .where('enrolment.hold_id', '=', holdId)
    .where('enrolment.state', 'in', ['enrolled', 'active', 'suspended'])
    .where((on) =>
      on.or([on('enrolment_step.status', 'is', null), on('enrolment_step.status', 'not in', ['done', 'not-chosen'])]),
    )
    .orderBy('enrolment.id')
    .execute();
}
