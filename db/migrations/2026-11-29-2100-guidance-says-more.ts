import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * A note of guidance may say more than its topic and outcome. It is a fact and is never changed: that it was undone is a
 * row of its own, so a past day can also be asked as it was known.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await createTable(
    db,
    engine,
    'guidance_undo',
    'guidance_id text primary key not null references guidance_log (id), by_person text not null references person (id), recorded_at text not null',
  );
  await run(
    'insert into guidance_undo (guidance_id, by_person, recorded_at) select id, person_id, undone_at from guidance_log where undone_at is not null',
  );
  await run('alter table guidance_log drop column undone_at');
  for (const column of ['blocked', 'channel', 'distance', 'referred_to'])
    await run(`alter table guidance_log add column ${column} text`);
  await run('alter table guidance_log add column minutes integer check (minutes between 1 and 600)');
  await appendOnly(db, engine, 'guidance_log');
  await appendOnly(db, engine, 'guidance_undo');
  await run('create index guidance_log_day on guidance_log (on_day)');
}
