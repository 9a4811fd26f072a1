import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * What the gates said on a day, as it was known at an instant, frozen with the rules it was judged by. `sha256` is over the
 * canonical JSON of all that is frozen, so that an altered row is found.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'snapshot',
    `id text primary key not null, code text not null unique, as_of text not null, known_at text not null, scope text not null, policy_version text not null, rules text not null, rules_hash text not null, rows text not null, sha256 text not null, taken_by text references person (id), client_op_id text unique, taken_at text not null, recorded_at text not null`,
  );
  await appendOnly(db, engine, 'snapshot');
  await sql.raw('create index snapshot_taken on snapshot (taken_at)').execute(db);
}
