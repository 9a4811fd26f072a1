import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** The report that was printed from a snapshot, once in each language; it is never printed again. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'report_document',
    `snapshot_id text not null references snapshot (id), language text not null check (language in ('da', 'en')), sha256 text not null references document (sha256), recorded_at text not null, primary key (snapshot_id, language)`,
  );
  await appendOnly(db, engine, 'report_document');
  await sql.raw('create index report_document_file on report_document (sha256)').execute(db);
}
