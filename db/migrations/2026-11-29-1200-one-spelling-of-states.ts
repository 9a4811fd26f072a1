import { type Kysely, sql } from 'kysely';

const spellings = [
  ['enrolment', 'closedFailed', 'closed-failed'],
  ['enrolment_step', 'notChosen', 'not-chosen'],
  ['enrolment_step', 'inAttempt', 'in-attempt'],
  ['enrolment_step', 'inReview', 'in-review'],
  ['enrolment_step', 'secondReview', 'second-review'],
  ['enrolment_step', 'makeUp', 'make-up'],
] as const;

/** The charts spelt some states unlike everything else, so the rows made from them did too. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const [table, before, after] of spellings)
    await sql`update ${sql.table(table)} set state = ${after} where state = ${before}`.execute(db);
}
