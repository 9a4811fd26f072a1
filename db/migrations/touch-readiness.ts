import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from './table-kit.ts';

type Change = 'insert' | 'update' | 'delete';
type Source = {
  table: string;
  /** The changes that the table allows; one that is append-only has inserts alone. */
  on: readonly Change[];
  /** Selects the ids of the services whose readiness a row (`new` or `old`) is about. */
  services: (row: 'new' | 'old') => string;
};

/**
 * Notes in `readiness_touch` which services a change of a table is about, so that readiness that is kept in memory is worked
 * out again for those. Triggers do it, so that no query can forget to.
 */
export async function touchReadiness(db: Kysely<any>, engine: Engine, { table, on, services }: Source): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  const note = (rows: readonly ('new' | 'old')[]) =>
    `insert into readiness_touch (service_id, n) select touched.service_id, 1 from (${rows.map(services).join(' union ')}) as touched (service_id) where touched.service_id is not null;`;
  const rowsOf: Record<Change, readonly ('new' | 'old')[]> = {
    insert: ['new'],
    update: ['old', 'new'],
    delete: ['old'],
  };
  for (const change of on) {
    const name = `"${table}_touch_${change}"`;
    if (engine === 'sqlite') {
      // SQLite does not name the columns of a query in brackets, so the names come from the first part.
      const text = note(rowsOf[change]).replace(' as touched (service_id)', ' as touched');
      await run(`create trigger ${name} after ${change} on "${table}" begin ${text} end`);
      continue;
    }
    await run(
      `create function ${name}() returns trigger language plpgsql as $$ begin ${note(rowsOf[change])} return null; end $$`,
    );
    await run(`create trigger ${name} after ${change} on "${table}" for each row execute function ${name}()`);
  }
}

/** The services at which a person is, was or will be employed. */
const ofPerson = (person: string) =>
  `select library.service_id as service_id from affiliation join library on library.number = affiliation.library_number where affiliation.person_id = ${person}`;

/** A row that stands for an earlier one is about the service of both. */
const ofCorrected = (table: string) => (row: 'new' | 'old') =>
  `select ${row}.service_id as service_id union select before.service_id from "${table}" as before where before.id = ${row}.corrects`;

const always: readonly Change[] = ['insert', 'update', 'delete'];
const added: readonly Change[] = ['insert'];

/** The tables that the readiness of a place is read from, as they are in November 2026. */
export const readinessSources: readonly Source[] = [
  { table: 'library_service', on: always, services: (row) => `select ${row}.id as service_id` },
  { table: 'library', on: always, services: (row) => `select ${row}.service_id as service_id` },
  {
    table: 'municipality',
    on: always,
    services: (row) =>
      `select service_id as service_id from service_municipality_history where municipality_code = ${row}.code`,
  },
  {
    table: 'service_municipality',
    on: always,
    // An earlier version counts on the days before the latest one, so its service is touched as well.
    services: (row) =>
      `select ${row}.service_id as service_id union select service_id from service_municipality_history where municipality_code = ${row}.municipality_code`,
  },
  {
    table: 'affiliation',
    on: always,
    services: (row) =>
      `select service_id as service_id from library where number = ${row}.library_number union ${ofPerson(`${row}.person_id`)}`,
  },
  { table: 'certificate', on: always, services: (row) => ofPerson(`${row}.person_id`) },
  {
    table: 'certificate_event',
    on: added,
    services: (row) => ofPerson(`(select person_id from certificate where number = ${row}.number)`),
  },
  { table: 'enrolment', on: always, services: (row) => ofPerson(`${row}.person_id`) },
  {
    table: 'learning_event',
    on: added,
    services: (row) => ofPerson(`(select person_id from enrolment where id = ${row}.enrolment_id)`),
  },
  { table: 'evidence', on: added, services: (row) => `select ${row}.service_id as service_id` },
  { table: 'rollout_event', on: added, services: (row) => `select ${row}.service_id as service_id` },
  { table: 'agreement', on: added, services: ofCorrected('agreement') },
  { table: 'outreach', on: added, services: ofCorrected('outreach') },
  { table: 'meeting', on: added, services: ofCorrected('meeting') },
  {
    table: 'guidance_log',
    on: added,
    services: (row) => `select service_id as service_id from library where number = ${row}.library_number`,
  },
  {
    table: 'guidance_undo',
    on: added,
    services: (row) =>
      `select library.service_id as service_id from guidance_log join library on library.number = guidance_log.library_number where guidance_log.id = ${row}.guidance_id`,
  },
  { table: 'readiness_override', on: added, services: (row) => `select ${row}.service_id as service_id` },
  {
    table: 'override_withdrawal',
    on: added,
    services: (row) => `select service_id as service_id from readiness_override where id = ${row}.override_id`,
  },
];
