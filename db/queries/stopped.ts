import { type RawBuilder, sql } from 'kysely';

/**
 * For a query of `certificate`: does it not count at an instant, because it was revoked, suspended, replaced or superseded by then, and
 * that was not undone? With `known` only what was recorded by that instant counts. The index of these few events answers it.
 */
export function isStopped(until: string, known?: string): RawBuilder<boolean> {
  const recorded = (table: string) =>
    known === undefined ? sql`1 = 1` : sql`${sql.ref(`${table}.recorded_at`)} <= ${known}`;
  return sql<boolean>`exists (select 1 from certificate_event as event
    where event.number = certificate.number and event.type in ('revoked', 'suspended', 'replaced', 'superseded')
      and event.at <= ${until} and ${recorded('event')}
      and not exists (
        select 1 from certificate_event as undone
        where undone.number = event.number and undone.at <= ${until} and ${recorded('undone')}
          and (undone.at > event.at or (undone.at = event.at and undone.id > event.id))
          and ((event.type = 'revoked' and undone.type = 'reinstated')
            or (event.type = 'suspended' and undone.type = 'suspension-lifted'))))`;
}
