import type { Db, NewRow, Row } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

/** The regret that stands for an adviser and a course day. */
export async function findRegret(db: Db, enrolmentId: string, courseDayId: string): Promise<Row<'regret'> | undefined> {
  return db
    .selectFrom('regret')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('course_day_id', '=', courseDayId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
}

export async function insertRegret(db: Db, row: NewRow<'regret'>): Promise<void> {
  await db.insertInto('regret').values(row).execute();
}

export async function undoRegretRow(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('regret').set({ undone_at: at }).where('id', '=', id).execute();
}

/** Whoever could not come at the old time is asked anew. */
export async function endRegrets(db: Db, courseDayId: string, at: string): Promise<void> {
  await db
    .updateTable('regret')
    .set({ undone_at: at })
    .where('course_day_id', '=', courseDayId)
    .where('undone_at', 'is', null)
    .execute();
}

/** Who cannot come to a course day, and why, in the order they said so. */
export async function listRegrets(db: Db, courseDayId: string) {
  return db
    .selectFrom('regret')
    .innerJoin('enrolment', 'enrolment.id', 'regret.enrolment_id')
    .select([
      'enrolment.id as enrolmentId',
      'regret.reason',
      'regret.recorded_at',
      nameOf('enrolment.person_id').as('name'),
    ])
    .where('regret.course_day_id', '=', courseDayId)
    .where('regret.undone_at', 'is', null)
    .where('enrolment.state', 'in', ['enrolled', 'active', 'suspended'])
    .orderBy('regret.recorded_at')
    .orderBy('regret.id')
    .execute();
}
