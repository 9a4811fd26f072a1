import { type RawBuilder, sql } from 'kysely';

/**
 * Preselects rows whose text may contain the search text, ignoring case and treating å as aa. SQLite knows upper and
 * lower case only for a–z, so here any other letter matches any letter, and å and aa match anything. `holds` then
 * decides.
 */
export function mayHold(text: RawBuilder<unknown>, find: string): RawBuilder<boolean> {
  const pattern = lower(find)
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
    .replace(/å|aa/g, '%')
    .replace(/[^\x20-\x7e]/gu, '_');
  return sql<boolean>`lower(${text}) like ${`%${pattern}%`} escape '\\'`;
}

/** Does this text contain the search text, ignoring case? Århus equals Aarhus. */
export const holds = (text: string, find: string): boolean => plain(text).includes(plain(find));

const lower = (text: string) => text.normalize('NFC').toLocaleLowerCase('da');
const plain = (text: string) => lower(text).replaceAll('å', 'aa');
