import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Who takes a seat in a session with colleagues, and gives it back: each is a row of its own, the latest counts. A meeting
 * also says when its next step was done.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'peer_seat',
    `id text primary key not null, session_first_id text not null references peer_session (id), person_id text not null references person (id), taken integer not null check (taken in (0, 1)), seq integer not null, recorded_at text not null, unique (session_first_id, person_id, seq)`,
  );
  await appendOnly(db, engine, 'peer_seat');
  await sql.raw('create index peer_seat_person on peer_seat (person_id)').execute(db);
  await sql.raw('alter table meeting add column next_done_on text').execute(db);
}
