import type { Db, NewRow } from '#db/schema.ts';

export async function findService(db: Db, id: string) {
  return db.selectFrom('library_service').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The library service of a municipality. */
export async function findServiceOf(db: Db, municipalityCode: string) {
  return db
    .selectFrom('service_municipality')
    .select('service_id')
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst();
}

/** False if the same operation was stored before; then nothing is written. */
export async function appendEvidence(db: Db, row: NewRow<'evidence'>): Promise<boolean> {
  const appended = await db
    .insertInto('evidence')
    .values(row)
    .onConflict((on) => on.column('client_op_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return appended !== undefined;
}

export async function appendRollout(db: Db, row: NewRow<'rollout_event'>): Promise<void> {
  await db.insertInto('rollout_event').values(row).execute();
}
