import type { Db } from '../schema.ts';

/** How much longer this person's time limits are today: 1 without an exception, 1.5 with half as much again. */
export async function findOwnTime(db: Db, personId: string, day: string): Promise<number> {
  const row = await db
    .selectFrom('exception')
    .select('value')
    .where('person_id', '=', personId)
    .where('kind', '=', 'extra-time')
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return row ? Math.max(1, Number(row.value)) : 1;
}

/** May this person grade colleagues on the day, by an exception with a reason? */
export async function hasGradingException(db: Db, personId: string, day: string): Promise<boolean> {
  const row = await db
    .selectFrom('exception')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'may-grade')
    .where('valid_from', '<=', day)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .executeTakeFirst();
  return row !== undefined;
}
