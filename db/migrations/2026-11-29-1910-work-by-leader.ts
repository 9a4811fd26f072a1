import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Finds the hand-ins and appeals a leader has taken, so that a search by a leader does not read all of them. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index submission_claimed on submission (claimed_by) where claimed_by is not null`.execute(db);
  await sql`create index appeal_assessor on appeal (assessor_id) where assessor_id is not null`.execute(db);
}
