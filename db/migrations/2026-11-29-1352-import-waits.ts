import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** A row of an import may be for the waiting list; it takes no seat. What ended before had none of those. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table import_run add column waiting integer`.execute(db);
  await sql`alter table import_row add column waits integer not null default 0 check (waits in (0, 1))`.execute(db);
}
