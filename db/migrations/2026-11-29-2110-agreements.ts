import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Agreements with partners, of one library service or of the whole country. They are added only: a correction is a new row
 * that points at the one it corrects, and so is taking one back; all of them carry the id of the first.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'agreement',
    `id text primary key not null, first_id text not null references agreement (id), service_id text references library_service (id), purpose text not null check (purpose in ('commitment', 'referral', 'cooperation')), partner text not null, about text not null, signed_by text not null, valid_from text not null, valid_until text not null, document text references document (sha256), document_name text, corrects text unique references agreement (id), withdrawn integer not null check (withdrawn in (0, 1)), why text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'agreement');
  await sql.raw('create index agreement_service on agreement (service_id, valid_until)').execute(db);
  await sql.raw('create index agreement_first on agreement (first_id)').execute(db);
}
