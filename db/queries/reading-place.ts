import type { Db } from '#db/schema.ts';

/** The section somebody had reached. */
export async function findReadingPlace(db: Db, enrolmentId: string, step: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('reading_place')
    .select('section')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .executeTakeFirst();
  return row?.section;
}

export async function putReadingPlace(
  db: Db,
  row: { enrolment_id: string; step: string; section: string; at: string },
): Promise<void> {
  await db
    .insertInto('reading_place')
    .values(row)
    .onConflict((on) => on.columns(['enrolment_id', 'step']).doUpdateSet({ section: row.section, at: row.at }))
    .execute();
}
