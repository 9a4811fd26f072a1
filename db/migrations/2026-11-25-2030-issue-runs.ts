import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** Issuing for a whole hold, person by person, so that it goes on where it stopped; one at a time for each hold. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await createTable(
    db,
    engine,
    'issue_run',
    `id text primary key not null, hold_id text not null references hold (id), by_person text references person (id), started_at text not null, ended_at text, recorded_at text not null`,
  );
  await run('create unique index issue_run_open on issue_run (hold_id) where ended_at is null');
  await run('create index issue_run_hold on issue_run (hold_id, started_at)');
  await createTable(
    db,
    engine,
    'issue_run_item',
    `run_id text not null references issue_run (id), enrolment_id text not null references enrolment (id), outcome text check (outcome in ('issued', 'had', 'held-back', 'letters-missing', 'not-earned')), detail text, at text, primary key (run_id, enrolment_id)`,
  );
  await run('create index issue_run_item_enrolment on issue_run_item (enrolment_id)');
}
