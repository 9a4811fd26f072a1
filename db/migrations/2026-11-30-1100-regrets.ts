import { type Kysely, sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** An adviser says that they cannot come to a course day, and may take it back. One stands for each adviser and day. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'regret',
    `id text primary key not null, enrolment_id text not null references enrolment (id), course_day_id text not null references course_day (id), reason text not null, recorded_at text not null, undone_at text`,
  );
  await sql
    .raw('create unique index regret_stands on regret (enrolment_id, course_day_id) where undone_at is null')
    .execute(db);
  await sql.raw('create index regret_day on regret (course_day_id)').execute(db);
}
