import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * An import goes on row by row where it stopped, with the rows that were shown, and their seats are kept until then. The
 * rows go when it has ended.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await createTable(
    db,
    engine,
    'import_run',
    'id text primary key not null, hold_id text not null references hold (id), by_person text not null references person (id), digest text not null, invite integer not null check (invite in (0, 1)), already integer not null, refused integer not null, started_at text not null, ended_at text, added integer, seated integer, recorded_at text not null',
  );
  await run('create index import_run_open on import_run (hold_id) where ended_at is null');
  await createTable(
    db,
    engine,
    'import_row',
    `run_id text not null references import_run (id), line integer not null, content text not null, outcome text check (outcome in ('added', 'seated', 'already', 'refused')), primary key (run_id, line)`,
  );
}
