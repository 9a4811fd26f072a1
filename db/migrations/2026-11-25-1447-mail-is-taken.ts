import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Since when a round has a letter in its hands, so that two rounds or two servers do not send it both. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw('alter table outbox add column taken_at text').execute(db);
}
