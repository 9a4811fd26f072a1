import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** Every certificate (X.509) that ever signed a file, with those above it, as PEM; `sha256` is that of the signer's own. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'signing_certificate',
    `sha256 text primary key not null, chain text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'signing_certificate');
}
