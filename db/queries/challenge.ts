import type { Db, NewRow, Row } from '#db/schema.ts';

export async function insertChallenge(db: Db, row: NewRow<'auth_challenge'>): Promise<void> {
  await db.insertInto('auth_challenge').values(row).execute();
}

/** Counts a try at an open challenge and returns it; undefined if it is used, too old or was tried too often. */
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

/** Uses up a challenge; false if somebody else was first. */
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
