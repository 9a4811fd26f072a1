import { type RawBuilder, sql } from 'kysely';

/**
 * Rows whose text may hold what somebody looks for, whatever the case. SQLite knows the case of a–z alone, so any other
 * letter matches any one letter here, and `holds` has the last word.
 */
export function mayHold(text: RawBuilder<unknown>, find: string): RawBuilder<boolean> {
  const pattern = plain(find)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replace(/[^\x20-\x7e]/gu, '_');
  return sql<boolean>`lower(${text}) like ${`%${pattern}%`} escape '\\'`;
}

/** Does this text hold what somebody looks for, whatever the case? */
export const holds = (text: string, find: string): boolean => plain(text).includes(plain(find));

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('da');
