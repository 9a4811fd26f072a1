import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** Forms of a course that were done, by what they carried, so that one that arrives a second time changes nothing. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'form_done',
    `operation text primary key not null, enrolment_id text not null references enrolment (id), at text not null`,
  );
}
