import type { Kysely } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';

/**
 * A number is given before the certificate is printed, so that nobody waits for the printing. One that is then not used
 * stays unused: it was given, and no certificate has it.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'reserved_number',
    'number text primary key not null, status_index integer unique, reserved_at text not null, used_at text',
  );
}
