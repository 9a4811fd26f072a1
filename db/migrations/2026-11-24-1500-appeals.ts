import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** Appeals with their words; exceptions that hold for one enrolment; a certificate that is held back before it is earned. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await createTable(
    db,
    engine,
    'appeal',
    `id text primary key not null, enrolment_id text not null references enrolment (id), step text not null, words text not null, lodged_at text not null, assessor_id text references person (id), assigned_at text, decision text check (decision in ('retry', 'pass', 'dismissed')), feedback text, decided_at text, recorded_at text not null`,
  );
  await run('create unique index appeal_open on appeal (enrolment_id, step) where decided_at is null');
  await run('create index appeal_enrolment on appeal (enrolment_id, step)');
  await run('alter table "exception" add column enrolment_id text references enrolment (id)');
  await run('create index exception_person on "exception" (person_id)');
  await run('create index exception_enrolment on "exception" (enrolment_id)');
  await run('alter table enrolment add column held_back_because text');
}
