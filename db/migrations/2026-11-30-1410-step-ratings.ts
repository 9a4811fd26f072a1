import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** What an adviser thinks of a step they have done: a number and a few words. They may change it or take it back. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'step_rating',
    `enrolment_id text not null references enrolment (id), step text not null, edition text not null, score integer not null check (score between 1 and 5), words text not null, at text not null, primary key (enrolment_id, step)`,
  );
}
