import type { Db, NewRow, Row } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export type AppealRow = Row<'appeal'>;

export async function insertAppeal(db: Db, row: NewRow<'appeal'>): Promise<void> {
  await db.insertInto('appeal').values(row).execute();
}

export async function findAppeal(db: Db, id: string): Promise<AppealRow | undefined> {
  return db.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateAppeal(
  db: Db,
  id: string,
  change: Partial<Pick<AppealRow, 'assessor_id' | 'assigned_at' | 'decision' | 'feedback' | 'decided_at'>>,
): Promise<void> {
  await db.updateTable('appeal').set(change).where('id', '=', id).execute();
}

/** The appeals over one step of an enrolment, newest first. */
export async function listAppealsOf(db: Db, enrolmentId: string, step: string) {
  return db
    .selectFrom('appeal')
    .select(['id', 'words', 'lodged_at', 'assigned_at', 'decision', 'feedback', 'decided_at'])
    .select(nameOf('appeal.assessor_id').as('assessor'))
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('lodged_at', 'desc')
    .execute();
}

/** Who has taken an appeal over a step of an enrolment. */
export async function listAssessorsOf(db: Db, enrolmentId: string, step: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appeal')
    .select('assessor_id')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .execute();
  return rows.flatMap(({ assessor_id }) => assessor_id ?? []);
}
