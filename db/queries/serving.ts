import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { nameOf } from './person-name.ts';

/** Every version of who serves each municipality, or one of them. */
export async function listServingVersions(db: Db, code?: string) {
  return db
    .selectFrom('service_municipality_history')
    .select(['municipality_code as code', 'seq', 'service_id as serviceId', 'valid_from as from'])
    .$if(code !== undefined, (all) => all.where('municipality_code', '=', code!))
    .orderBy('municipality_code')
    .orderBy('seq')
    .execute();
}

/** Locks who serves a municipality for the rest of the transaction; false if there is no such municipality. */
export async function lockServing(trx: Db, code: string): Promise<boolean> {
  const row = await trx
    .updateTable('service_municipality')
    .set((each) => ({ service_id: each.ref('service_id') }))
    .where('municipality_code', '=', code)
    .returning('municipality_code')
    .executeTakeFirst();
  return row !== undefined;
}

/** Says who serves a municipality from a day on; what was said before stays in the history. */
export async function updateServing(
  trx: Db,
  { code, serviceId, from, now }: { code: string; serviceId: string; from: string; now: string },
): Promise<void> {
  await trx
    .updateTable('service_municipality')
    .set({ service_id: serviceId, valid_from: from, recorded_at: now })
    .where('municipality_code', '=', code)
    .execute();
}

export async function appendServingChange(trx: Db, row: NewRow<'serving_change'>): Promise<void> {
  await trx.insertInto('serving_change').values(row).execute();
}

export async function findServingChange(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('serving_change').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

/** What was decided about who serves a municipality, latest first. */
export async function listServingChanges(db: Db, code: string) {
  return db
    .selectFrom('serving_change as change')
    .innerJoin('library_service', 'library_service.id', 'change.service_id')
    .select(['change.id', 'change.kind', 'change.on_day as day', 'library_service.name as service', 'change.why'])
    .select(['change.recorded_at as recordedAt', nameOf('change.by_person').$castTo<string | null>().as('by')])
    .where('change.municipality_code', '=', code)
    .orderBy('change.recorded_at', 'desc')
    .orderBy('change.id', 'desc')
    .execute();
}

/** How many open libraries of each service stand in a municipality on a day. */
export async function countLibrariesIn(db: Db, code: string, day: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('library')
    .select(['service_id', sql<number>`count(*)`.as('n')])
    .where('municipality_code', '=', code)
    .where('opened_on', '<=', day)
    .where((on) => on.or([on('closed_on', 'is', null), on('closed_on', '>', day)]))
    .groupBy('service_id')
    .execute();
  return new Map(rows.map(({ service_id, n }) => [service_id, Number(n)]));
}
