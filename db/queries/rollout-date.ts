import type { Db, NewRow } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

export type RolloutDate = { day: string; target: number | null; note: string; setAt: string };

/** False if the same operation was stored before; then nothing is written. */
export async function appendRolloutDate(db: Db, row: NewRow<'rollout_date'>): Promise<boolean> {
  const appended = await db
    .insertInto('rollout_date')
    .values(row)
    .onConflict((on) => on.column('client_op_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return appended !== undefined;
}

const newestFirst = (db: Db) =>
  db
    .selectFrom('rollout_date')
    .select(['on_day as day', 'target', 'note', 'recorded_at as setAt'])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc');

/** The day of the rollout that was the last to be set by an instant. */
export async function findRolloutDate(db: Db, until: string): Promise<RolloutDate | undefined> {
  return newestFirst(db).where('recorded_at', '<=', until).limit(1).executeTakeFirst();
}

/** Every day of the rollout that was ever set, newest first, with the name of who set it; null on the command line. */
export async function listRolloutDates(db: Db): Promise<(RolloutDate & { by: string | null })[]> {
  return newestFirst(db).select(nameOf('rollout_date.by_person').as('by')).execute();
}
