import type { Db, NewRow } from '#db/schema.ts';

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

type Wanted = { day: string; services?: readonly string[] | undefined; known?: string | undefined };

/**
 * All evidence about the gates that was observed by a day, oldest first: of everybody or of some services, and only what was
 * recorded by an instant if one is given.
 */
export async function listEvidence(db: Db, { day, services, known }: Wanted) {
  return db
    .selectFrom('evidence')
    .select([
      'id',
      'service_id as serviceId',
      'gate',
      'value',
      'observed_on as observedOn',
      'expires_on as expiresOn',
      'note',
    ])
    .where('observed_on', '<=', day)
    .$if(services !== undefined, (all) => all.where('service_id', 'in', ['', ...services!]))
    .$if(known !== undefined, (all) => all.where('recorded_at', '<=', known!))
    .orderBy('observed_on')
    .orderBy('at')
    .execute();
}
