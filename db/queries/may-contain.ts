import { type RawBuilder, sql } from 'kysely';

/**
 * Preselects rows whose text may contain the search text, ignoring case and treating å as aa. SQLite knows upper and
 * lower case only for a–z, so here any other letter matches any letter, and å and aa match anything. The caller decides
 * with `containsText`.
 */
export function mayContain(text: RawBuilder<unknown>, find: string): RawBuilder<boolean> {
  const pattern = find
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replace(/å|aa/g, '%')
    .replace(/[^\x20-\x7e]/gu, '_');
  return sql<boolean>`lower(${text}) like ${`%${pattern}%`} escape '\\'`;
}
