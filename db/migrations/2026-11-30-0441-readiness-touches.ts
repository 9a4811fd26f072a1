import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createTable, type Engine } from './table-kit.ts';
import { readinessSources, touchReadiness } from './touch-readiness.ts';

/**
 * How often the facts behind the readiness of a service have changed: the sum of its rows. A change adds a row, so that
 * nobody waits for anybody else, and a round folds the rows of a service into one.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await createTable(db, engine, 'readiness_touch', 'service_id text not null, n integer not null');
  await sql.raw('create index readiness_touch_service on readiness_touch (service_id, n)').execute(db);
  for (const source of readinessSources) await touchReadiness(db, engine, source);
}
