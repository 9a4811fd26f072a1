import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Tables whose rows hold from a day on, until another day or without an end. */
type Dated = 'affiliation' | 'role_grant' | 'exception';

/**
 * Is the row in force on the day? Its first day counts, the day it ends does not. One condition for builders and for raw
 * SQL: `.where(inForce('role_grant', day))`.
 */
export function inForce(table: Dated, day: string): RawBuilder<SqlBool> {
  const from = sql.ref(`${table}.valid_from`);
  const until = sql.ref(`${table}.valid_until`);
  return sql<SqlBool>`(${from} <= ${day} and (${until} is null or ${until} > ${day}))`;
}
