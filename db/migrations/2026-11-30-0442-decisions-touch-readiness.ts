import type { Kysely } from 'kysely';
import type { Engine } from './table-kit.ts';
import { touchReadiness } from './touch-readiness.ts';

/** What the agency decides about a paper changes the readiness of its service. */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  await touchReadiness(db, engine, {
    table: 'evidence_decision',
    on: ['insert'],
    services: (row) => `select service_id as service_id from evidence where id = ${row}.evidence_id`,
  });
}
