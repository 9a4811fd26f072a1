import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** An override lets a service go live that is not ready. It is added only; withdrawing it is a row of its own, once. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'readiness_override',
    `id text primary key not null, service_id text not null references library_service (id), reason text not null, decided_by text not null, valid_from text not null, valid_until text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null, check (valid_from < valid_until)`,
  );
  await appendOnly(db, engine, 'readiness_override');
  await sql.raw('create index readiness_override_service on readiness_override (service_id, valid_until)').execute(db);
  await createTable(
    db,
    engine,
    'override_withdrawal',
    `override_id text primary key not null references readiness_override (id), on_day text not null, reason text not null, by_person text references person (id), recorded_at text not null`,
  );
  await appendOnly(db, engine, 'override_withdrawal');
}
