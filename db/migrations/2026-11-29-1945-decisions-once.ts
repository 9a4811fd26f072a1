import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The same form sent twice is one exception, and one step of the rollout; what was written before has no operation. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ['exception', 'rollout_event']) {
    await sql.raw(`alter table "${table}" add column client_op_id text`).execute(db);
    await sql.raw(`create unique index ${table}_operation on "${table}" (client_op_id)`).execute(db);
  }
}
