import { type RawBuilder, sql } from 'kysely';

/**
 * Rows whose text may hold what somebody looks for, whatever the case, and å is aa. SQLite knows the case of a–z alone, so
 * any other letter matches any one letter here, å and aa match anything, and `holds` has the last word.
 */
export function mayHold(text: RawBuilder<unknown>, find: string): RawBuilder<boolean> {
  const pattern = lower(find)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replace(/å|aa/g, '%')
    .replace(/[^\x20-\x7e]/gu, '_');
  return sql<boolean>`lower(${text}) like ${`%${pattern}%`} escape '\\'`;
}

/** Does this text hold what somebody looks for, whatever the case? Århus is Aarhus. */
export const holds = (text: string, find: string): boolean => plain(text).includes(plain(find));

const lower = (text: string) => text.normalize('NFC').toLocaleLowerCase('da');
const plain = (text: string) => lower(text).replaceAll('å', 'aa');
