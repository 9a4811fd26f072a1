import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Meetings with stakeholders, of one library service or of the whole country: planned, and then held with what was decided
 * and the next step. They are added only, as agreements are. Before, nobody could note any; rows put there by hand stay.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('drop index meeting_service');
  await run('alter table meeting rename to meeting_before');
  await createTable(
    db,
    engine,
    'meeting',
    `id text primary key not null, first_id text not null references meeting (id), service_id text references library_service (id), on_day text not null, starts_at text, place text not null, partners text not null, held integer not null check (held in (0, 1)), decisions text not null, next_step text not null, next_owner text not null, next_on text, corrects text unique references meeting (id), withdrawn integer not null check (withdrawn in (0, 1)), why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await run(`insert into meeting (id, first_id, service_id, on_day, place, partners, held, decisions, next_step, next_owner, withdrawn, why, recorded_at)
    select id, id, case kind when 'local' then service_id end, on_day, '', note, 1, note, '', '', 0, '', recorded_at from meeting_before`);
  await run('drop table meeting_before');
  await appendOnly(db, engine, 'meeting');
  await run('create index meeting_service on meeting (service_id, on_day)');
  await run('create index meeting_first on meeting (first_id)');
}
