import type { Db, NewRow, Row } from '#db/schema.ts';

export async function insertChallenge(db: Db, row: NewRow<'auth_challenge'>): Promise<void> {
  await db.insertInto('auth_challenge').values(row).execute();
}

/** Counts a try at a live challenge and gives it; undefined when it is spent, too old or tried too often. */
export async function countChallengeTry(
  db: Db,
  key: string,
  now: string,
  most: number,
): Promise<Row<'auth_challenge'> | undefined> {
  return db
    .updateTable('auth_challenge')
    .set((each) => ({ attempts: each('attempts', '+', 1) }))
    .where('key', '=', key)
    .where('used_at', 'is', null)
    .where('attempts', '<', most)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Uses a challenge up; false when somebody was first. */
export async function spendChallenge(db: Db, key: string, now: string): Promise<boolean> {
  const row = await db
    .updateTable('auth_challenge')
    .set({ used_at: now })
    .where('key', '=', key)
    .where('used_at', 'is', null)
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}
