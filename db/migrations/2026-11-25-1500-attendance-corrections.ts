import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** A note of attendance that corrects an earlier one says which, once, and why. */
export async function up(db: Kysely<any>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('alter table attendance add column corrects text references attendance (id)');
  await run('alter table attendance add column reason text');
  await run('create unique index attendance_corrects on attendance (corrects)');
}
