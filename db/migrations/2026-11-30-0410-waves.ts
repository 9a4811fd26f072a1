import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * The waves of the rollout and which library service is in which, from a day on. A move is a new row, so a service is in at
 * most one wave on a day; a row without a wave takes it out of all. Both tables are added to only.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'wave',
    `id text primary key not null, first_id text not null references wave (id), name text not null, opens_on text not null, corrects text unique references wave (id), withdrawn integer not null check (withdrawn in (0, 1)), why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await createTable(
    db,
    engine,
    'wave_member',
    `id text primary key not null, service_id text not null references library_service (id), seq integer not null, wave_id text references wave (id), from_day text not null, why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null, unique (service_id, seq)`,
  );
  await appendOnly(db, engine, 'wave');
  await appendOnly(db, engine, 'wave_member');
  await sql.raw('create index wave_first on wave (first_id)').execute(db);
}
