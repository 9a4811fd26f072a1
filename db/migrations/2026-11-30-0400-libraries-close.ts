import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * A library may have a successor, and everything that is decided about a library is kept: what, from when, by whom, and how
 * the library was afterwards.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await sql.raw('alter table library add column successor text references library (number)').execute(db);
  await createTable(
    db,
    engine,
    'library_change',
    `id text primary key not null, number text not null references library (number), kind text not null check (kind in ('opened', 'closed', 'reopened', 'corrected')), on_day text not null, name text not null, municipality_code text not null references municipality (code), guidance_point integer not null check (guidance_point in (0, 1)), successor text references library (number), moved integer not null, why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'library_change');
  await sql.raw('create index library_change_number on library_change (number)').execute(db);
}
