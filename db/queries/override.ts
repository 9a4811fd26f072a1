import type { Db, NewRow } from '#db/schema.ts';

export async function insertOverride(db: Db, row: NewRow<'readiness_override'>): Promise<void> {
  await db.insertInto('readiness_override').values(row).execute();
}

/** False if it was withdrawn before; then nothing is written. */
export async function insertOverrideWithdrawal(db: Db, row: NewRow<'override_withdrawal'>): Promise<boolean> {
  const inserted = await db
    .insertInto('override_withdrawal')
    .values(row)
    .onConflict((on) => on.column('override_id').doNothing())
    .returning('override_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findOverrideByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('readiness_override').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

/** Every override as it is known now or was known at an instant, whatever its period; the last to end first. */
const overrides = (db: Db, known: string | undefined) =>
  db
    .selectFrom('readiness_override as given')
    .innerJoin('library_service as service', 'service.id', 'given.service_id')
    .leftJoin('override_withdrawal as withdrawal', (join) => {
      const pair = join.onRef('withdrawal.override_id', '=', 'given.id');
      return known === undefined ? pair : pair.on('withdrawal.recorded_at', '<=', known);
    })
    .select([
      'given.id',
      'given.service_id as serviceId',
      'service.name as service',
      'given.reason',
      'given.decided_by as decidedBy',
      'given.valid_from as from',
      'given.valid_until as until',
      'withdrawal.on_day as withdrawnOn',
      'withdrawal.reason as withdrawnWhy',
    ])
    .$if(known !== undefined, (all) => all.where('given.recorded_at', '<=', known!))
    .orderBy('given.valid_until', 'desc')
    .orderBy('given.id');

export async function listOverrides(db: Db) {
  return overrides(db, undefined).execute();
}

export async function findOverride(db: Db, id: string) {
  return overrides(db, undefined).where('given.id', '=', id).executeTakeFirst();
}

/** The overrides that hold on a day, of everybody or of some services. */
export async function listOverridesInForce(
  db: Db,
  day: string,
  { known, services }: { known?: string | undefined; services?: readonly string[] | undefined } = {},
) {
  return overrides(db, known)
    .where('given.valid_from', '<=', day)
    .where('given.valid_until', '>', day)
    .where((on) => on.or([on('withdrawal.on_day', 'is', null), on('withdrawal.on_day', '>', day)]))
    .$if(services !== undefined, (all) => all.where('given.service_id', 'in', ['', ...services!]))
    .execute();
}
