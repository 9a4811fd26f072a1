import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * A proof of attendance is no certificate: it stands in a table and a series of numbers of its own, so that nothing
 * that counts, renews or reminds of certificates can come upon it. It cannot be without its two files.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'attendance_proof',
    `number text primary key not null check (number like 'D%'), verify_code text not null unique, person_id text not null references person (id), enrolment_id text not null unique references enrolment (id), name_at_issue text not null, library_at_issue text not null, course text not null, edition text not null, days text not null, lessons integer not null, issued_at text not null, by_person text not null references person (id), file_da text not null unique references document (sha256), file_en text not null unique references document (sha256), recorded_at text not null`,
  );
}
