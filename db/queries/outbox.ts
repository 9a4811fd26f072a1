import type { Db, NewRow } from '../schema.ts';

/** Puts a letter in the outbox within the caller's transaction; the same letter twice is one letter. */
export async function insertMail(db: Db, row: NewRow<'outbox'>): Promise<void> {
  await db
    .insertInto('outbox')
    .values(row)
    .onConflict((on) => on.column('dedupe_key').doNothing())
    .execute();
}

export async function listWaitingMail(db: Db, mostTries: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'recipient', 'subject', 'body'])
    .where('sent_at', 'is', null)
    .where('tries', '<', mostTries)
    .orderBy('created_at')
    .limit(100)
    .execute();
}

export async function markMailTried(db: Db, id: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set((each) => ({ tries: each('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function markMailSent(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('id', '=', id).execute();
}
