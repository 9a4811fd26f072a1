import type { Db, NewRow } from '#db/schema.ts';

/** Gives a number away; the caller must hold the lock `numbering`. */
export async function insertReservedNumber(trx: Db, row: Omit<NewRow<'reserved_number'>, 'used_at'>): Promise<void> {
  await trx
    .insertInto('reserved_number')
    .values({ ...row, used_at: null })
    .execute();
}

/** Notes that the number has its certificate, in the transaction that stores it. */
export async function markNumberUsed(trx: Db, number: string, at: string): Promise<void> {
  await trx.updateTable('reserved_number').set({ used_at: at }).where('number', '=', number).execute();
}
