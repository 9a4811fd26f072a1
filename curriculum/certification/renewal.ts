import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { type CertificateStatus, renewalOpensOn } from './certificate-status.ts';

/** The course a certificate is for. A certificate from a renewal course is for the course it renews. */
export const certificationOf = (course: Course): string => course.renews?.course ?? course.id;

/** The title printed on the certificate after "certified as". */
export const certificateTitleOf = (course: Course): Course['title'] => course.renews?.title ?? course.title;

type Held = { edition: string; valid_until: string; status: CertificateStatus };
export type Renewal =
  | { can: true; opens: string; closes: string }
  | { can: false; because: 'no-certificate' | 'suspended' }
  | { can: false; because: 'too-early' | 'grace-over'; opens: string; closes: string };

/**
 * May somebody who holds these certificates, newest first, take the renewal course on a day? It opens three months
 * before the certificate ends, or earlier if a newer edition says so, and closes on the last day of the grace period
 * after the end.
 */
export function renewalOf(renewing: Course, held: readonly Held[], editions: readonly Course[], day: string): Renewal {
  const last = held.find(({ status }) => status !== 'replaced' && status !== 'superseded');
  if (!last || last.status === 'revoked') return { can: false, because: 'no-certificate' };
  if (last.status === 'suspended') return { can: false, because: 'suspended' };
  const opens = opensFor(last, certificationOf(renewing), editions);
  const closes = closesFor(last, renewing);
  if (day < opens) return { can: false, because: 'too-early', opens, closes };
  if (day > closes) return { can: false, because: 'grace-over', opens, closes };
  return { can: true, opens, closes };
}

/** The last day of the grace period after the certificate has ended. */
export function closesFor({ valid_until }: Pick<Held, 'valid_until'>, renewing: Course): string {
  return addDays(addMonths(valid_until, renewing.renews?.graceMonths ?? 0), -1);
}

/** The first day on which a certificate can be renewed: the usual day, or an earlier one that a new edition has set. */
export function opensFor(
  held: Pick<Held, 'edition' | 'valid_until'>,
  certification: string,
  editions: readonly Course[],
): string {
  const early = editions.flatMap(({ id, opensRenewal }) =>
    id === certification && opensRenewal?.of.includes(held.edition) ? [opensRenewal.from] : [],
  );
  return [renewalOpensOn(held.valid_until), ...early].sort()[0]!;
}
