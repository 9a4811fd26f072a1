import { sql } from 'kysely';
import { searchWordsOf } from '#db/text-keys.ts';

/** Whether a stored search key has every word that somebody looks for, in any order and part of a word too. */
export function keyContains(column: string, find: string) {
  const hasOne = (way: string) =>
    sql`${sql.ref(column)} like ${`%${way.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`;
  const words = searchWordsOf(find).map((ways) => sql`(${sql.join(ways.map(hasOne), sql` or `)})`);
  return words.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`(${sql.join(words, sql` and `)})`;
}
