import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** What somebody tried in a lesson: how often, and the first and the last answer. Nobody else sees it. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'exercise_try',
    `enrolment_id text not null references enrolment (id), step text not null, exercise text not null, tries integer not null check (tries > 0), first_answer text not null, last_answer text not null, first_at text not null, last_at text not null, primary key (enrolment_id, step, exercise)`,
  );
}
