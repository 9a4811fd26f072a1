import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Was the row of a table or alias recorded by an instant? Every row was where none is given. */
export const recordedBy = (table: string, known: string | undefined): RawBuilder<SqlBool> =>
  known === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
