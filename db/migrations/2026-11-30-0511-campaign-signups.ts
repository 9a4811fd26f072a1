import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/** Which library service takes part in which campaign week: each yes and no is a row of its own, the latest counts. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(
    db,
    engine,
    'campaign_signup',
    `id text primary key not null, week text not null, service_id text not null references library_service (id), takes_part integer not null check (takes_part in (0, 1)), seq integer not null, by_person text references person (id), recorded_at text not null, unique (week, service_id, seq)`,
  );
  await appendOnly(db, engine, 'campaign_signup');
}
