import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * What a library service says of its help, and whether it may be shown to everybody. Every version and every answer is kept;
 * the last of a day counts.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'help_point',
    `id text primary key not null, service_id text not null references library_service (id), seq integer not null, times text not null, place text not null, booking text not null, phone text not null, languages text not null, access text not null, topics text not null, from_day text not null, told_by text not null check (told_by in ('library', 'agency')), by_person text references person (id), client_op_id text unique, recorded_at text not null, unique (service_id, seq)`,
  );
  await createTable(
    db,
    engine,
    'help_consent',
    `id text primary key not null, service_id text not null references library_service (id), seq integer not null, given integer not null check (given in (0, 1)), said_by text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null, unique (service_id, seq)`,
  );
  await appendOnly(db, engine, 'help_point');
  await appendOnly(db, engine, 'help_consent');
}
