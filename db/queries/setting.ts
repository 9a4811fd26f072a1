import type { Db } from '#db/schema.ts';

export async function findSetting(db: Db, key: string): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

export async function insertSetting(db: Db, key: string, value: string, now: string): Promise<void> {
  await db.insertInto('setting').values({ key, value, recorded_at: now }).execute();
}

export async function putSetting(db: Db, key: string, value: string, now: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value, recorded_at: now })
    .onConflict((on) => on.column('key').doUpdateSet({ value, recorded_at: now }))
    .execute();
}

export async function deleteSetting(db: Db, key: string): Promise<void> {
  await db.deleteFrom('setting').where('key', '=', key).execute();
}

/**
 * Takes a lock with this name until the transaction ends, on both engines, and returns what the row carries. The next
 * caller waits and then reads what was written.
 */
export async function lockByName(
  trx: Db,
  name:
    | 'audit'
    | 'numbering'
    | 'agreements'
    | 'meetings'
    | 'outreach'
    | 'campaigns'
    | 'network'
    | 'peer-sessions'
    | 'waves'
    | 'rollout'
    | 'overrides'
    | 'evidence'
    | 'help-points',
  now: string,
): Promise<string> {
  const { value } = await trx
    .insertInto('setting')
    .values({ key: `lock:${name}`, value: '', recorded_at: now })
    .onConflict((on) => on.column('key').doUpdateSet({ recorded_at: now }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
