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
  return (
    db
      .selectFrom('outbox')
      .select(['id', 'recipient', 'subject', 'body', 'language'])
      .where('sent_at', 'is', null)
      .where('tries', '<', mostTries)
      // Somebody is waiting at the screen for a sign-in code; nothing else may stand before it.
      .orderBy((each) => each.case().when('dedupe_key', 'like', 'code:%').then(0).else(1).end())
      .orderBy('created_at')
      .limit(100)
      .execute()
  );
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

/** Says of every letter that waits that it is done with. */
export async function markAllMailSent(db: Db, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('sent_at', 'is', null).execute();
}
