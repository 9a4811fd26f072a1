import type { Db } from '../schema.ts';

export async function findSetting(db: Db, key: string): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

export async function insertSetting(db: Db, key: string, value: string, now: string): Promise<void> {
  await db.insertInto('setting').values({ key, value, recorded_at: now }).execute();
}
