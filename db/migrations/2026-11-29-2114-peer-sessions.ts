import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** Sessions at a library in which colleagues of the network teach each other. They are added only, as meetings are. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'peer_session',
    `id text primary key not null, first_id text not null references peer_session (id), service_id text not null references library_service (id), on_day text not null, starts_at text, place text not null, topic text not null, seats integer not null, taken integer not null, corrects text unique references peer_session (id), withdrawn integer not null check (withdrawn in (0, 1)), why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'peer_session');
  await sql.raw('create index peer_session_day on peer_session (on_day)').execute(db);
  await sql.raw('create index peer_session_first on peer_session (first_id)').execute(db);
}
