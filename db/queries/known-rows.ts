import { type RawBuilder, sql } from 'kysely';

/** Tables that keep every version of their rows, and what tells one row from another. */
const keys = {
  affiliation: 'id',
  certificate: 'number',
  enrolment: 'id',
  library: 'number',
  municipality: 'code',
  role_grant: 'id',
  service_municipality: 'municipality_code',
} as const;

/**
 * A table for `from` and `join` of raw SQL, as it was known at an instant: of each row the last version recorded by then.
 * Without an instant it is the table as it is.
 */
export function knownRows(table: keyof typeof keys, known: string | undefined): RawBuilder<unknown> {
  if (known === undefined) return sql.table(table);
  const [history, key] = [sql.table(`${table}_history`), sql.ref(keys[table])];
  return sql`(select version.* from ${history} as version
    where version.recorded_at <= ${known} and not exists (
      select 1 from ${history} as later
      where later.${key} = version.${key} and later.seq > version.seq and later.recorded_at <= ${known})) as ${sql.ref(table)}`;
}
