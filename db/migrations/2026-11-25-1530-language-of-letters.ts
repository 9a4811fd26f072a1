import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** A letter says which language it is in, so that it can be read aloud right; those written before do not. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw("alter table outbox add column language text check (language in ('da', 'en'))").execute(db);
}
