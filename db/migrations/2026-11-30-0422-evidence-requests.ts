import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** Which paper the agency asked which contact person for, and by when. One ask names each of them once. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'evidence_request',
    `id text primary key not null, ask_id text not null, service_id text not null references library_service (id), gate text not null, person_id text not null references person (id), asked_on text not null, due_on text not null, message text not null, by_person text references person (id), recorded_at text not null, unique (ask_id, service_id, gate, person_id)`,
  );
  await appendOnly(db, engine, 'evidence_request');
  await sql.raw('create index evidence_request_service on evidence_request (service_id, gate, asked_on)').execute(db);
}
