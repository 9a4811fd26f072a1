import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Who has a seat on a hold on a day is read from the index that said who had begun: it holds the giving of seats too. */
export async function up(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('drop index learning_event_course');
  await run(
    `create index learning_event_course on learning_event (enrolment_id, type, at, recorded_at) where type in ('approved', 'seat-given', 'started', 'issued', 'withdrawn', 'no-show', 'deadline-passed', 'failure-closed', 'annulled')`,
  );
}
