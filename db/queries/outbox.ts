import type { Db, NewRow } from '#db/schema.ts';

/** Puts a letter in the outbox within the caller's transaction; the same letter a second time changes nothing. */
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
      // Sign-in codes go first, because somebody is waiting for them at the screen.
      .orderBy((each) => each.case().when('dedupe_key', 'like', 'code:%').then(0).else(1).end())
      .orderBy('created_at')
      .limit(100)
      .execute()
  );
}

/**
 * Claims a letter for sending and counts the try; false if another round has claimed it since `freeBefore` or has sent
 * it.
 */
export async function takeMail(db: Db, id: string, now: string, freeBefore: string): Promise<boolean> {
  const taken = await db
    .updateTable('outbox')
    .set((each) => ({ tries: each('tries', '+', 1), taken_at: now }))
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where((on) => on.or([on('taken_at', 'is', null), on('taken_at', '<', freeBefore)]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Releases a letter that could not be sent, so that the next round tries again. */
export async function putMailBack(db: Db, id: string): Promise<void> {
  await db.updateTable('outbox').set({ taken_at: null }).where('id', '=', id).execute();
}

export async function markMailSent(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('id', '=', id).execute();
}

/** Takes a letter back that no round has begun to send; false if it is too late, or was never written. */
export async function withdrawMail(db: Db, key: string): Promise<boolean> {
  const row = await db
    .deleteFrom('outbox')
    .where('dedupe_key', '=', key)
    .where('sent_at', 'is', null)
    .where('taken_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks every waiting letter as sent. */
export async function markAllMailSent(db: Db, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('sent_at', 'is', null).execute();
}
