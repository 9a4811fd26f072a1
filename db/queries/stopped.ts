import { type RawBuilder, sql } from 'kysely';

/**
 * The numbers of the certificates that do not count at an instant: revoked, suspended, replaced or superseded by then, and
 * that was not undone. With `known` only what was recorded by that instant. For `not in (…)` of raw SQL.
 */
export function stoppedNumbers(until: string, known?: string): RawBuilder<unknown> {
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  return sql`select event.number from certificate_event as event
    where event.type in ('revoked', 'suspended', 'replaced', 'superseded') and event.at <= ${until} and ${recorded('event')}
      and not exists (
        select 1 from certificate_event as undone
        where undone.number = event.number and undone.at <= ${until} and ${recorded('undone')}
          and (undone.at > event.at or (undone.at = event.at and undone.id > event.id))
          and ((event.type = 'revoked' and undone.type = 'reinstated')
            or (event.type = 'suspended' and undone.type = 'suspension-lifted')))`;
}
