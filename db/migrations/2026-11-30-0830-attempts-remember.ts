import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * An attempt knows how many of its questions were asked in an earlier attempt, because its bank had no others. An adviser
 * can mark a question to come back to; the mark is theirs to take away again.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await sql.raw('alter table quiz_attempt add column repeated integer not null default 0').execute(db);
  await createTable(
    db,
    engine,
    'attempt_flag',
    `attempt_id text not null, slot integer not null, recorded_at text not null, primary key (attempt_id, slot), foreign key (attempt_id, slot) references attempt_item (attempt_id, slot)`,
  );
}
