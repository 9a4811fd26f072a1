import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Tables whose rows hold from a day on, until another day or without an end. */
type Dated = 'affiliation' | 'role_grant' | 'exception';

/** An affiliation that never was keeps its row and ends on the day it begins. */
export function reallyWas(): RawBuilder<SqlBool> {
  return sql<SqlBool>`(affiliation.valid_until is null or affiliation.valid_until > affiliation.valid_from)`;
}

/**
 * Is the row in force on the day? Its first day counts, the day it ends does not. One condition for builders and for raw
 * SQL: `.where(inForce('role_grant', day))`.
 */
export function inForce(table: Dated, day: string): RawBuilder<SqlBool> {
  const from = sql.ref(`${table}.valid_from`);
  const until = sql.ref(`${table}.valid_until`);
  return sql<SqlBool>`(${from} <= ${day} and (${until} is null or ${until} > ${day}))`;
}
