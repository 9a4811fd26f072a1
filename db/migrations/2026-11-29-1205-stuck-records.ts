import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** Records that a round could not deal with, until it can: an administrator sees them. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'stuck_record',
    'work text not null, subject text not null, fault text not null, first_at text not null, last_at text not null, times integer not null, primary key (work, subject)',
  );
}
