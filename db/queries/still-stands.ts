import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Tables whose rows are corrected and taken back by a later row that points at them. */
type Corrected = 'agreement' | 'evidence' | 'meeting' | 'outreach' | 'peer_session' | 'wave';

/**
 * Does the row still stand: was it neither corrected nor taken back? Only what was recorded by an instant counts if one is
 * given. One condition for builders and for raw SQL: `.where(stillStands('agreement', known))`.
 */
export function stillStands(table: Corrected, known?: string): RawBuilder<SqlBool> {
  const of = (name: string) => sql.ref(`${table}.${name}`);
  const recorded = known === undefined ? sql`1 = 1` : sql`${of('recorded_at')} <= ${known}`;
  const laterRecorded = known === undefined ? sql`1 = 1` : sql`later.recorded_at <= ${known}`;
  return sql<SqlBool>`(${of('withdrawn')} = 0 and ${recorded} and not exists (
    select 1 from ${sql.table(table)} as later where later.corrects = ${of('id')} and ${laterRecorded}))`;
}
