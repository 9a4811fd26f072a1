import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * A name that is corrected on its first day stands beside the one it corrects, so that what was known then can be asked.
 * There is no trigger against change: to erase a person is to overwrite their names.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  if (engine === 'postgres') {
    await run('alter table person_name drop constraint person_name_pkey');
    await run('alter table person_name add primary key (person_id, valid_from, recorded_at)');
    return;
  }
  const columns = 'person_id, given_name, family_name, valid_from, recorded_at';
  await run('alter table person_name rename to person_name_before');
  await createTable(
    db,
    engine,
    'person_name',
    `person_id text not null references person (id), given_name text not null, family_name text not null, valid_from text not null, recorded_at text not null, primary key (person_id, valid_from, recorded_at)`,
  );
  await run(`insert into person_name (${columns}) select ${columns} from person_name_before`);
  await run('drop table person_name_before');
}
