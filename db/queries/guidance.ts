import type { Db, NewRow } from '#db/schema.ts';

/**
 * Stores a session and returns its id. The same operation again returns the first id, unless that session was undone;
 * then a new one is stored.
 */
export async function insertGuidance(db: Db, row: NewRow<'guidance_log'>): Promise<string> {
  const store = (each: NewRow<'guidance_log'>) =>
    db
      .insertInto('guidance_log')
      .values(each)
      .onConflict((on) => on.column('client_op_id').doNothing())
      .execute();
  await store(row);
  const known = await db
    .selectFrom('guidance_log')
    .select(['id', 'undone_at'])
    .where('client_op_id', '=', row.client_op_id)
    .executeTakeFirstOrThrow();
  if (known.undone_at === null) return known.id;
  await store({ ...row, client_op_id: `${row.client_op_id}:${row.id}` });
  return row.id;
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

/** How many sessions a library has logged from a day on. */
export async function countGuidanceAt(db: Db, libraryNumber: string, from: string): Promise<number> {
  const { n } = await db
    .selectFrom('guidance_log')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('library_number', '=', libraryNumber)
    .where('on_day', '>=', from)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}
