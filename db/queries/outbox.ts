import type { Db, NewRow } from '#db/schema.ts';

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

/** Takes a letter to send it, and counts the try; false when another round has it since `freeBefore`, or has sent it. */
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

/** A letter that could not leave waits for the next round. */
export async function putMailBack(db: Db, id: string): Promise<void> {
  await db.updateTable('outbox').set({ taken_at: null }).where('id', '=', id).execute();
}

export async function markMailSent(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('id', '=', id).execute();
}

/** Says of every letter that waits that it is done with. */
export async function markAllMailSent(db: Db, now: string): Promise<void> {
  await db.updateTable('outbox').set({ sent_at: now }).where('sent_at', 'is', null).execute();
}
