import { type Kysely, sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * What an adviser writes for themselves beside a section of a text, the one place in it that they marked, and the letters to one
 * address in the order of time.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'own_note',
    `enrolment_id text not null references enrolment (id), step text not null, section text not null, body text not null, at text not null, primary key (enrolment_id, step, section)`,
  );
  await createTable(
    db,
    engine,
    'bookmark',
    `enrolment_id text not null references enrolment (id), step text not null, section text not null, at text not null, primary key (enrolment_id, step)`,
  );
  await sql.raw('create index outbox_recipient on outbox (recipient, created_at)').execute(db);
}
