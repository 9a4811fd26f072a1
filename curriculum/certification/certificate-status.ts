import { addDays, addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';

/** What has happened to a certificate since it was issued. */
export type CertificateEvent = {
  type: 'issued' | 'suspended' | 'suspension-lifted' | 'revoked' | 'reinstated' | 'replaced' | 'superseded';
  at: string;
};

/** Valid in the half-open period [validFrom, validUntil). */
export type Period = { validFrom: string; validUntil: string };

export type CertificateStatus =
  | 'not-yet'
  | 'valid'
  | 'renewal-open'
  | 'expired'
  | 'suspended'
  | 'revoked'
  | 'replaced'
  | 'superseded';

const renewalMonths = 3;

/** The period of a certificate issued today: whole calendar months in Copenhagen. Renewing early never shortens it. */
export function periodOf(given: { issuedOn: string; months: number; previousValidUntil?: string }): Period {
  const { issuedOn, months, previousValidUntil } = given;
  const runsOn = previousValidUntil !== undefined && previousValidUntil > issuedOn;
  return { validFrom: issuedOn, validUntil: addMonths(runsOn ? previousValidUntil : issuedOn, months) };
}

/** The last day on which a certificate with this end is valid: what is printed as "gælder til og med". */
export function lastValidDay(validUntil: string): string {
  return addDays(validUntil, -1);
}

/** The first day on which it can be renewed. */
export function renewalOpensOn(validUntil: string): string {
  return addMonths(validUntil, -renewalMonths);
}

/** The latest end of a certificate that can be renewed on a day: `renewalOpensOn` read backwards. */
export function latestRenewableOn(day: string): string {
  let end = addMonths(day, renewalMonths);
  // The last days of a month open their renewal on one day if that month is shorter.
  while (renewalOpensOn(addDays(end, 1)) <= day) end = addDays(end, 1);
  return end;
}

/**
 * The status of a certificate on a day: first from what had happened by the end of that day, then from the dates. This
 * is a plain fold and not a state machine, because dates alone make half of the changes and send no event.
 */
export function statusOn(
  period: Period & { renewalOpens?: string },
  events: readonly CertificateEvent[],
  day: string,
): CertificateStatus {
  const happened = events
    .filter(({ at }) => dayOf(at) <= day)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reduce(after, standing);
  // After a change of name the new certificate keeps the old period, but it did not exist before it was issued.
  if (events.some(({ type, at }) => type === 'issued' && dayOf(at) > day)) return 'not-yet';
  if (happened.replaced) return 'replaced';
  if (happened.superseded) return 'superseded';
  if (happened.revoked) return 'revoked';
  if (day < period.validFrom) return 'not-yet';
  if (day >= period.validUntil) return 'expired';
  if (happened.suspended) return 'suspended';
  return day >= (period.renewalOpens ?? renewalOpensOn(period.validUntil)) ? 'renewal-open' : 'valid';
}

type Standing = { suspended: boolean; revoked: boolean; replaced: boolean; superseded: boolean };
const standing: Standing = { suspended: false, revoked: false, replaced: false, superseded: false };

function after(before: Standing, { type }: CertificateEvent): Standing {
  switch (type) {
    case 'issued':
      return before;
    case 'suspended':
      return { ...before, suspended: true };
    case 'suspension-lifted':
      return { ...before, suspended: false };
    case 'revoked':
      return { ...before, revoked: true };
    // Revoking is final since November 2026; what was put in force again before that stays so.
    case 'reinstated':
      return { ...before, revoked: false };
    case 'replaced':
      return { ...before, replaced: true };
    case 'superseded':
      return { ...before, superseded: true };
  }
}

/**
 * What outsiders are told about a badge, whatever its dates say: revoked for good (also when another certificate took
 * its place), or suspended for now.
 */
export function withdrawnBy(events: readonly CertificateEvent[]): { revocation: boolean; suspension: boolean } {
  const { revoked, replaced, superseded, suspended } = events.reduce(after, standing);
  return { revocation: revoked || replaced || superseded, suspension: suspended };
}

/** Certified on a day: in the period, and not revoked, suspended, replaced or superseded by then. */
export function isCertifiedOn(period: Period, events: readonly CertificateEvent[], day: string): boolean {
  return isValid(statusOn(period, events, day));
}

/** Valid today, including the time when it can be renewed. */
export function isValid(status: CertificateStatus): boolean {
  return status === 'valid' || status === 'renewal-open';
}

/** Can it still change: be revoked, or be superseded by a new certificate? */
export function isLive(status: CertificateStatus): boolean {
  return ['valid', 'renewal-open', 'suspended', 'not-yet'].includes(status);
}

/** "2026-00417": the year of issue and a running number. */
export function certificateNumber(year: number, running: number): string {
  return `${year}-${String(running).padStart(5, '0')}`;
}

/**
 * The certificate that says how a person stood on a day: one that was valid then; otherwise the one that was issued
 * last by then. A certificate that was issued later did not exist yet.
 */
export function certificateOn<Held extends Period & { number: string; events: readonly CertificateEvent[] }>(
  held: readonly Held[],
  day: string,
): Held | undefined {
  const rank = (each: Held) => `${isCertifiedOn(each, each.events, day) ? 1 : 0} ${each.validFrom} ${each.number}`;
  return held
    .filter((each) => statusOn(each, each.events, day) !== 'not-yet')
    .reduce<Held | undefined>((best, each) => (best && rank(best) > rank(each) ? best : each), undefined);
}
