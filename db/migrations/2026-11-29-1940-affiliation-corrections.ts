import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Marks a version of an affiliation in its history as wrong, with who put it right. An affiliation that never was keeps
 * its row and ends on the day it begins.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'affiliation_correction',
    `affiliation_id text not null, seq integer not null, kind text not null check (kind in ('corrected', 'dropped')), by_person text references person (id), recorded_at text not null, primary key (affiliation_id, seq), foreign key (affiliation_id, seq) references affiliation_history (id, seq)`,
  );
  await appendOnly(db, engine, 'affiliation_correction');
}
