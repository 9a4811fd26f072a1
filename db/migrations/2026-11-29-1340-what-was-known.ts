import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type Engine, keepHistory } from './table-kit.ts';

/**
 * Rows that say how something is now keep how they were: every version with the instant it was recorded, written by the
 * database itself. So an end, a closing, a population or who serves a municipality is never lost, and what was known on
 * a day can be asked. Who serves a municipality gets its first day, as the other dated rows have.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await sql
    .raw(`alter table service_municipality add column valid_from text not null default '2007-01-01'`)
    .execute(db);
  await keepHistory(db, engine, 'affiliation', 'id', {
    person_id: 'text not null',
    library_number: 'text not null',
    work: 'text not null',
    valid_from: 'text not null',
    valid_until: 'text',
    guides_from: 'text',
  });
  await keepHistory(db, engine, 'role_grant', 'id', {
    person_id: 'text not null',
    role: 'text not null',
    service_id: 'text',
    valid_from: 'text not null',
    valid_until: 'text',
  });
  await keepHistory(db, engine, 'library', 'number', {
    service_id: 'text not null',
    municipality_code: 'text not null',
    guidance_point: 'integer not null',
    opened_on: 'text not null',
    closed_on: 'text',
  });
  await keepHistory(db, engine, 'municipality', 'code', {
    population: 'integer not null',
    population_date: 'text not null',
  });
  await keepHistory(db, engine, 'service_municipality', 'municipality_code', {
    service_id: 'text not null',
    valid_from: 'text not null',
  });
  // Who has passed a step is asked of the events, for everybody who guides.
  await sql
    .raw(
      `create index learning_event_passed on learning_event (enrolment_id) where type in ('quiz-scored', 'quiz-timed-out', 'appeal-upheld')`,
    )
    .execute(db);
}
