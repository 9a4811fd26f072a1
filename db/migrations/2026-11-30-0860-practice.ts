import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * Who practises, what they answered, and what is due. People may have all of it deleted, so no table is append-only. A card
 * can be made again from the answers.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'practice_setting',
    `id text primary key not null, person_id text not null unique references person (id), since text not null, stopped_at text, remind text not null check (remind in ('never', 'monday', 'thursday')), looked_on text, recorded_at text not null`,
  );
  await createTable(
    db,
    engine,
    'practice_answer',
    `id text primary key not null, person_id text not null references person (id), course text not null, edition text not null, question text not null, round text not null, nth integer not null check (nth in (1, 2)), value text not null, share {{real}} not null check (share between 0 and 1), certainty integer check (certainty between 1 and 4), on_day text not null, client_op_id text not null unique, recorded_at text not null, unique (round, nth)`,
  );
  await createTable(
    db,
    engine,
    'practice_card',
    `id text primary key not null, person_id text not null references person (id), course text not null, edition text not null, question text not null, first_on text not null, last_on text not null, due_on text not null, stability {{real}} not null, difficulty {{real}} not null, asked integer not null, missed integer not null, last text not null check (last in ('right', 'helped', 'partly', 'wrong')), recorded_at text not null, unique (person_id, course, question)`,
  );
  for (const index of [
    'practice_answer_person on practice_answer (person_id, on_day)',
    'practice_answer_question on practice_answer (person_id, course, question)',
    "practice_setting_remind on practice_setting (remind) where remind <> 'never'",
  ])
    await sql.raw(`create index ${index}`).execute(db);
}
