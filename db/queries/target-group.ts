import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';

type TargetGroup = {
  code: string;
  period: string;
  inhabitants: number | null;
  firms: number | null;
  firmsWithoutEmployees: number | null;
  firms1to9: number | null;
  associations: number | null;
  source: string;
};

/** What was last said of each municipality, or of one, and period, by an instant if one is given. */
export async function listTargetGroups(db: Db, known?: string, code?: string): Promise<TargetGroup[]> {
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  const { rows } = await sql<TargetGroup>`
    select municipality_code as code, period, inhabitants, firms, firms_without_employees as "firmsWithoutEmployees",
      firms_1_9 as "firms1to9", associations, source
    from target_group where ${recorded('target_group')}
      and ${code === undefined ? sql`1 = 1` : sql`municipality_code = ${code}`} and not exists (
      select 1 from target_group as later where later.municipality_code = target_group.municipality_code
        and later.period = target_group.period and later.seq > target_group.seq and ${recorded('later')})
    order by municipality_code, period`.execute(db);
  return rows;
}

export async function appendTargetGroup(trx: Db, row: NewRow<'target_group'>): Promise<void> {
  await trx.insertInto('target_group').values(row).execute();
}

/** Sets the population of a municipality from a date on; what it was before stays in the history. */
export async function updatePopulation(
  trx: Db,
  { code, population, date, now }: { code: string; population: number; date: string; now: string },
): Promise<void> {
  await trx
    .updateTable('municipality')
    .set({ population, population_date: date, recorded_at: now })
    .where('code', '=', code)
    .where('population_date', '<=', date)
    .execute();
}

/** What was last said of a municipality in a period. */
export async function findTargetGroup(db: Db, code: string, period: string) {
  return db
    .selectFrom('target_group')
    .select([
      ...(['seq', 'inhabitants', 'firms', 'associations', 'source'] as const),
      ...(['firms_without_employees as firmsWithoutEmployees', 'firms_1_9 as firms1to9'] as const),
    ])
    .where('municipality_code', '=', code)
    .where('period', '=', period)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
