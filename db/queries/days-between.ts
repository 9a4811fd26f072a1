import { PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** Whole days from one day or instant to another, both kept as text; each engine has its own way. */
export function daysBetweenTexts(db: Db, from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<number> {
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql`(substr(${to}, 1, 10)::date - substr(${from}, 1, 10)::date)`
    : sql`cast(julianday(substr(${to}, 1, 10)) - julianday(substr(${from}, 1, 10)) as integer)`;
}

/** The texts of a group in one text, with commas between, in no special order. */
export function joinedTexts(db: Db, text: RawBuilder<unknown>): RawBuilder<string | null> {
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql`string_agg(${text}, ',')`
    : sql`group_concat(${text}, ',')`;
}
