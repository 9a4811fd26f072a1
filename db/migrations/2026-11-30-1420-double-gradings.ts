import { type Kysely, sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * The gradings of a hand-in that two leaders grade: the first and the second, which do not count by themselves, and the one
 * that settles what they differ in. What counts is in `grading`, as ever.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'double_grading',
    `submission_id text not null references submission (id), part text not null check (part in ('first', 'second', 'settling')), grader_id text not null references person (id), decision text not null check (decision in ('accepted', 'returned', 'rejected')), rubric text not null, feedback text not null, reason text check ((part = 'settling') = (reason is not null)), at text not null, recorded_at text not null, primary key (submission_id, part)`,
  );
  await appendOnly(db, engine, 'double_grading');
  // The second is another leader; the two may settle it.
  await sql
    .raw(
      `create unique index double_grading_by_two on double_grading (submission_id, grader_id) where part <> 'settling'`,
    )
    .execute(db);
}
