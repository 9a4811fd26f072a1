import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** One value of a column with JSON, as text; each engine has its own word for it. */
export function jsonText(db: Db, column: string, key: string): RawBuilder<string> {
  const json = sql.ref(column);
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql`(${json}::json ->> ${sql.lit(key)})`
    : sql`json_extract(${json}, ${sql.lit(`$.${key}`)})`;
}
