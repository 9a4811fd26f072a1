import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** The day of the national rollout as the agency has set it. Another day is another row; the latest counts. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'rollout_date',
    `id text primary key not null, on_day text not null, target integer, note text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'rollout_date');
  await sql.raw('create index rollout_date_recorded on rollout_date (recorded_at)').execute(db);
}
