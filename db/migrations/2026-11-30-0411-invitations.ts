import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Invitations of library services to their wave, the letters about them, and what was answered. Of the link that answers
 * without a sign-in only the hash is kept. Rows are added only: a later answer counts instead of an earlier one.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const add = async (name: string, columns: string) => {
    await createTable(db, engine, name, columns);
    await appendOnly(db, engine, name);
  };
  await add(
    'invitation',
    `id text primary key not null, service_id text not null references library_service (id), wave_id text not null references wave (id), way text not null check (way in ('mail', 'paper')), answer_by text not null, message text not null, secret_hash text not null unique, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await add(
    'invitation_letter',
    `invitation_id text not null references invitation (id), person_id text not null references person (id), kind text not null check (kind in ('invitation', 'reminder')), on_day text not null, recorded_at text not null, primary key (invitation_id, person_id, kind, on_day)`,
  );
  await add(
    'invitation_answer',
    `id text primary key not null, invitation_id text not null references invitation (id), seq integer not null, answer text not null check (answer in ('yes', 'no', 'later')), reason text not null, way text not null check (way in ('link', 'hand')), by_person text references person (id), client_op_id text unique, recorded_at text not null, unique (invitation_id, seq)`,
  );
  await sql.raw('create index invitation_service on invitation (service_id)').execute(db);
}
