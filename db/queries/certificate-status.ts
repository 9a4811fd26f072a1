import { type RawBuilder, sql } from 'kysely';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';

/** The day a status is asked for, its last instant, and the latest end of a certificate that can be renewed on it. */
export type StatusDay = { day: string; until: string; renewable: string };

const stopped = { replaced: 4, superseded: 3, revoked: 2, suspended: 1 };

/** The weightiest of the events that stop a certificate, by an instant, and were not undone by then. */
function stopOf(until: string): RawBuilder<number> {
  return sql<number>`coalesce((
    select max(case event.type when 'replaced' then 4 when 'superseded' then 3 when 'revoked' then 2 else 1 end)
    from certificate_event as event
    where event.number = certificate.number and event.type in ('revoked', 'suspended', 'replaced', 'superseded')
      and event.at <= ${until}
      and not exists (
        select 1 from certificate_event as undone
        where undone.number = event.number and undone.at <= ${until}
          and (undone.at > event.at or (undone.at = event.at and undone.id > event.id))
          and ((event.type = 'revoked' and undone.type = 'reinstated')
            or (event.type = 'suspended' and undone.type = 'suspension-lifted')))), 0)`;
}

/** The status of a row of `certificate` on a day: `statusOn` in SQL. A test holds both against each other. */
export function statusIn({ day, until, renewable }: StatusDay): RawBuilder<CertificateStatus> {
  const byDates = (within: RawBuilder<unknown>) => sql`case when certificate.valid_from > ${day} then 'not-yet'
    when certificate.valid_until <= ${day} then 'expired' else ${within} end`;
  return sql<CertificateStatus>`case when certificate.issued_at > ${until} then 'not-yet' else case ${stopOf(until)}
    when ${sql.lit(stopped.replaced)} then 'replaced'
    when ${sql.lit(stopped.superseded)} then 'superseded'
    when ${sql.lit(stopped.revoked)} then 'revoked'
    when ${sql.lit(stopped.suspended)} then ${byDates(sql`'suspended'`)}
    else ${byDates(sql`case when certificate.valid_until <= ${renewable} then 'renewal-open' else 'valid' end`)} end end`;
}

/** Does a row of `certificate` have one of these statuses on a day? The dates come first, since an index knows them. */
export function hasStatus(statuses: readonly CertificateStatus[], on: StatusDay): RawBuilder<boolean> {
  if (statuses.length === 0) return sql<boolean>`1 = 0`;
  const { day, renewable } = on;
  const dates: Partial<Record<CertificateStatus, RawBuilder<unknown>>> = {
    expired: sql`certificate.valid_until <= ${day}`,
    'renewal-open': sql`(certificate.valid_until > ${day} and certificate.valid_until <= ${renewable})`,
    valid: sql`certificate.valid_until > ${renewable}`,
  };
  const either = statuses.map((status) => dates[status] ?? sql`1 = 1`);
  return sql<boolean>`((${sql.join(either, sql` or `)}) and ${statusIn(on)} in (${sql.join(statuses)}))`;
}
