import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** What was decided about who serves a municipality: from when, by whom and why. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'serving_change',
    `id text primary key not null, municipality_code text not null references municipality (code), service_id text not null references library_service (id), kind text not null check (kind in ('serves', 'taken-back')), on_day text not null, why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'serving_change');
  await sql.raw('create index serving_change_municipality on serving_change (municipality_code)').execute(db);
}
