import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Where a library stands, as its own register says; and the figures of the people and firms of a municipality in a period,
 * each with its source. A figure that is put right is a new row, and the last one counts.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const real = engine === 'sqlite' ? 'real' : 'double precision';
  for (const [name, type] of [
    ['kind', 'text'],
    ['address', 'text'],
    ['postcode', 'text'],
    ['city', 'text'],
    ['latitude', real],
    ['longitude', real],
  ])
    await sql.raw(`alter table library add column ${name} ${type}`).execute(db);
  await createTable(
    db,
    engine,
    'target_group',
    `municipality_code text not null references municipality (code), period text not null, seq integer not null, inhabitants integer, firms integer, firms_without_employees integer, firms_1_9 integer, associations integer, source text not null, by_person text references person (id), recorded_at text not null, primary key (municipality_code, period, seq)`,
  );
  await appendOnly(db, engine, 'target_group');
}
