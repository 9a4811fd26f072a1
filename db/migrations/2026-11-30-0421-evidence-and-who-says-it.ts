import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Evidence may have a document and a link, is corrected by a later row that points at it, and says whether the agency or the
 * place itself stated it; of what was recorded before, nobody noted that. What a place stated is confirmed or declined once.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const add = (column: string) => sql.raw(`alter table evidence add column ${column}`).execute(db);
  await add('document text references document (sha256)');
  await add('document_name text');
  await add('link text');
  await add('corrects text references evidence (id)');
  await add('withdrawn integer not null default 0 check (withdrawn in (0, 1))');
  await add(`why text not null default ''`);
  await add(`said_by text check (said_by in ('agency', 'place'))`);
  await sql.raw('create unique index evidence_corrects on evidence (corrects)').execute(db);
  await sql.raw('create index evidence_document on evidence (document)').execute(db);
  await createTable(
    db,
    engine,
    'evidence_decision',
    `evidence_id text primary key not null references evidence (id), confirmed integer not null check (confirmed in (0, 1)), on_day text not null, reason text not null, by_person text references person (id), recorded_at text not null`,
  );
  await appendOnly(db, engine, 'evidence_decision');
}
