import { sql } from 'kysely';
import type { Db, Row } from '#db/schema.ts';

export type StuckRecord = Row<'stuck_record'>;

/** Every record that a round could not deal with, the longest first. */
export async function listStuckRecords(db: Db): Promise<StuckRecord[]> {
  return db.selectFrom('stuck_record').selectAll().orderBy('first_at').orderBy('work').orderBy('subject').execute();
}

/** Notes that a record failed, and how often it did. */
export async function putStuckRecord(
  db: Db,
  { work, subject, fault, at }: { work: string; subject: string; fault: string; at: string },
): Promise<void> {
  await db
    .insertInto('stuck_record')
    .values({ work, subject, fault, first_at: at, last_at: at, times: 1 })
    .onConflict((on) =>
      on.columns(['work', 'subject']).doUpdateSet({ fault, last_at: at, times: sql<number>`stuck_record.times + 1` }),
    )
    .execute();
}

export async function deleteStuckRecord(db: Db, { work, subject }: { work: string; subject: string }): Promise<void> {
  await db.deleteFrom('stuck_record').where('work', '=', work).where('subject', '=', subject).execute();
}
