import type { Db, NewRow } from '#db/schema.ts';

export async function appendRollout(db: Db, row: NewRow<'rollout_event'>): Promise<void> {
  await db.insertInto('rollout_event').values(row).execute();
}

/** Whether the form that is this operation was carried out before. */
export async function hasRolloutOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db
    .selectFrom('rollout_event')
    .select('id')
    .where('client_op_id', '=', operation)
    .executeTakeFirst();
  return row !== undefined;
}

type Wanted = { day: string; services?: readonly string[] | undefined; known?: string | undefined };

/** The rollout events by a day, oldest first: of everybody or of some services, recorded by an instant if one is given. */
export async function listRollout(db: Db, { day, services, known }: Wanted) {
  return db
    .selectFrom('rollout_event')
    .select(['id', 'service_id as serviceId', 'type', 'on_day as on', 'note', 'recorded_at as recordedAt'])
    .where('on_day', '<=', day)
    .$if(services !== undefined, (all) => all.where('service_id', 'in', ['', ...services!]))
    .$if(known !== undefined, (all) => all.where('recorded_at', '<=', known!))
    .orderBy('on_day')
    .orderBy('at')
    .execute();
}

/** Everything that was ever noted about a service in the rollout, also of coming days, oldest first. */
export async function listRolloutOf(db: Db, serviceId: string) {
  return db
    .selectFrom('rollout_event')
    .select(['type', 'on_day as on'])
    .where('service_id', '=', serviceId)
    .orderBy('on_day')
    .orderBy('at')
    .execute();
}
