import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/**
 * Every library service in the order of their ids, with how often the facts behind its readiness have changed. A change is
 * counted as soon as its transaction is seen, whichever process made it.
 */
export async function listTouches(db: Db): Promise<{ serviceId: string; touches: number }[]> {
  const rows = await db
    .selectFrom('library_service')
    .leftJoin(
      (each) =>
        each
          .selectFrom('readiness_touch')
          .select(['service_id', sql<number>`sum(n)`.as('n')])
          .groupBy('service_id')
          .as('touched'),
      (join) => join.onRef('touched.service_id', '=', 'library_service.id'),
    )
    .select(['library_service.id as serviceId', sql<number>`coalesce(touched.n, 0)`.as('touches')])
    .orderBy('library_service.id')
    .execute();
  return rows.map(({ serviceId, touches }) => ({ serviceId, touches: Number(touches) }));
}

/** Puts one row for each service in the place of its many; the sums stay as they are, also while others add to them. */
export async function foldTouches(db: Db): Promise<void> {
  const { rows } = await sql<{ many: number }>`
    select 1 as many from readiness_touch group by service_id having count(*) > 1 limit 1`.execute(db);
  if (rows.length === 0) return;
  const gone = await db.deleteFrom('readiness_touch').returning(['service_id', 'n']).execute();
  const sums = new Map<string, number>();
  for (const { service_id, n } of gone) sums.set(service_id, (sums.get(service_id) ?? 0) + n);
  if (sums.size === 0) return;
  await db
    .insertInto('readiness_touch')
    .values([...sums].map(([service_id, n]) => ({ service_id, n })))
    .execute();
}
