import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What took over from a certificate is found without reading them all. */
export async function up(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('create index certificate_replaces on certificate (replaces)');
  await run('create index certificate_supersedes on certificate (supersedes)');
}
