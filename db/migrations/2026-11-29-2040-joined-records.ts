import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine, keepHistory } from './table-kit.ts';

/**
 * Two records of one person become one: what belonged to the one belongs to the other from then on, and every row that
 * was moved is noted, so that it can be moved back. Whose a certificate and an enrolment was, is asked of a past day, so
 * they keep their versions too.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await sql.raw('alter table person add column joined_into text references person (id)').execute(db);
  await createTable(
    db,
    engine,
    'person_join',
    `id text primary key not null, kept_id text not null references person (id), lost_id text not null references person (id), by_person text references person (id), recorded_at text not null`,
  );
  await createTable(
    db,
    engine,
    'person_join_row',
    `join_id text not null references person_join (id), thing text not null, row_key text not null, was text, became text, primary key (join_id, thing, row_key)`,
  );
  await createTable(
    db,
    engine,
    'person_join_undone',
    `join_id text primary key not null references person_join (id), by_person text references person (id), recorded_at text not null`,
  );
  for (const table of ['person_join', 'person_join_row', 'person_join_undone']) await appendOnly(db, engine, table);
  await sql.raw('create index person_join_kept on person_join (kept_id)').execute(db);
  await keepHistory(db, engine, 'certificate', 'number', {
    person_id: 'text not null',
    course: 'text not null',
    valid_from: 'text not null',
    valid_until: 'text not null',
    issued_at: 'text not null',
  });
  await keepHistory(db, engine, 'enrolment', 'id', {
    person_id: 'text not null',
    course: 'text not null',
    edition: 'text not null',
  });
}
