import { type RawBuilder, sql } from 'kysely';

/** Whether the municipality in this column is in a region on a day. */
export function isInRegionOn(codeColumn: string, region: string, day: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(codeColumn)} in (select code from municipality_region
    where region = ${region} and valid_from <= ${day} and (valid_until is null or valid_until > ${day}))`;
}
