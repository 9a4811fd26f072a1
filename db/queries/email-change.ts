import type { Db, NewRow, Row } from '#db/schema.ts';
import { updatePersonKeys } from './person.ts';

/** Adds a change that waits for its answer; one before it that still waits is over. */
export async function insertEmailChange(db: Db, row: NewRow<'email_change'>): Promise<void> {
  await endEmailChange(db, row.person_id, row.created_at);
  await db.insertInto('email_change').values(row).execute();
}

/** A change that waits for its answer is over. */
export async function endEmailChange(db: Db, personId: string, now: string): Promise<void> {
  await db
    .updateTable('email_change')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/** A change that can still be confirmed, by the secret of its letter or for a person. */
export async function findEmailChange(
  db: Db,
  by: { secretHash: string } | { personId: string },
  now: string,
): Promise<Row<'email_change'> | undefined> {
  return db
    .selectFrom('email_change')
    .selectAll()
    .where('confirmed_at', 'is', null)
    .where('expires_at', '>', now)
    .$if('secretHash' in by, (all) => all.where('secret_hash', '=', (by as { secretHash: string }).secretHash))
    .$if('personId' in by, (all) => all.where('person_id', '=', (by as { personId: string }).personId))
    .executeTakeFirst();
}

/** False if somebody else was first. */
export async function spendEmailChange(trx: Db, id: string, now: string): Promise<boolean> {
  const row = await trx
    .updateTable('email_change')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateEmail(trx: Db, personId: string, email: string | null): Promise<void> {
  await trx.updateTable('person').set({ email }).where('id', '=', personId).execute();
  await updatePersonKeys(trx, personId);
}
