import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/** How often the check page of a certificate was opened on a day: a number, and nothing of who opened it. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'certificate_look',
    'number text not null references certificate (number), day text not null, looks integer not null check (looks > 0), primary key (number, day)',
  );
}
