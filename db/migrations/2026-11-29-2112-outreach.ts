import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Outreach by channel, of one library service or of the whole country, with its file, what it cost and who paid. Rows are
 * added only, as agreements are. Before, nobody could note any; rows put there by hand stay.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('drop index outreach_service');
  await run('alter table outreach rename to outreach_before');
  await createTable(
    db,
    engine,
    'outreach',
    `id text primary key not null, first_id text not null references outreach (id), service_id text references library_service (id), channel text not null check (channel in ('local-paper', 'posters', 'flyers', 'advertisements', 'web', 'invitation')), on_day text not null, last_day text, place text not null, amount integer not null, note text not null, cost_kroner integer, paid_by text not null, answer text not null check (answer in ('none', 'yes', 'no', 'later')), document text references document (sha256), document_name text, corrects text unique references outreach (id), withdrawn integer not null check (withdrawn in (0, 1)), why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await run(`insert into outreach (id, first_id, service_id, channel, on_day, place, amount, note, paid_by, answer, withdrawn, why, recorded_at)
    select id, id, service_id, channel, on_day, '', 1, note, '', 'none', 0, '', recorded_at from outreach_before`);
  await run('drop table outreach_before');
  await appendOnly(db, engine, 'outreach');
  await run('create index outreach_service on outreach (service_id, on_day)');
  await run('create index outreach_first on outreach (first_id)');
}
