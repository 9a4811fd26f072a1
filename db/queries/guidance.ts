import type { Db, NewRow } from '../schema.ts';

/** Stores a session and gives its id; the same operation again gives the first one's. */
export async function insertGuidance(db: Db, row: NewRow<'guidance_log'>): Promise<string> {
  await db
    .insertInto('guidance_log')
    .values(row)
    .onConflict((on) => on.column('client_op_id').doNothing())
    .execute();
  const { id } = await db
    .selectFrom('guidance_log')
    .select('id')
    .where('client_op_id', '=', row.client_op_id)
    .executeTakeFirstOrThrow();
  return id;
}

export async function undoGuidance(db: Db, id: string, personId: string, now: string): Promise<void> {
  await db
    .updateTable('guidance_log')
    .set({ undone_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .execute();
}

export async function listGuidanceOf(db: Db, personId: string, most: number) {
  return db
    .selectFrom('guidance_log')
    .select(['id', 'on_day', 'reason', 'outcome'])
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(most)
    .execute();
}
