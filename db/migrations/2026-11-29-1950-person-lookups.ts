import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** Each time the agency or an administrator looked somebody up: who, in which role, whom or with which words, and where. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'person_lookup',
    `id text primary key not null, at text not null, by_person text not null references person (id), role text not null check (role in ('agency', 'administrator')), page text not null check (page in ('people', 'person', 'adviser', 'search', 'register', 'register-file', 'certificate', 'certificate-file', 'lookups')), person_id text references person (id), words text not null, recorded_at text not null`,
  );
  for (const columns of ['(at, id)', '(person_id, at)', '(by_person, at)']) {
    const name = `person_lookup_${/\((\w+)/.exec(columns)![1]}`;
    await sql.raw(`create index ${name} on person_lookup ${columns}`).execute(db);
  }
}
