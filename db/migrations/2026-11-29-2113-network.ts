import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * Messages to the contact persons of the network "Lær mere om it", with everybody they were meant for. A recipient
 * without an address has no letter.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'network_message',
    `id text primary key not null, subject text not null, body text not null, by_person text references person (id), client_op_id text unique, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'network_message');
  await createTable(
    db,
    engine,
    'network_recipient',
    `message_id text not null references network_message (id), person_id text not null references person (id), letter text, recorded_at text not null, primary key (message_id, person_id)`,
  );
  await appendOnly(db, engine, 'network_recipient');
}
