import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** A new address counts when a letter to it was answered; until then the old one does. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'email_change',
    `id text primary key not null, person_id text not null references person (id), email text not null, secret_hash text not null unique, requested_by text references person (id), created_at text not null, expires_at text not null, confirmed_at text`,
  );
  await sql.raw('create index email_change_person on email_change (person_id, created_at)').execute(db);
}
