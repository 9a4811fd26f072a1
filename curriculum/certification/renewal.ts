import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { type CertificateStatus, renewalOpensOn } from './certificate-status.ts';

/** The course a certificate is for: one that was renewed is for the course that it renews. */
export const certificationOf = (course: Course): string => course.renews?.course ?? course.id;

/** What stands on the certificate after "certified as". */
export const certificateTitleOf = (course: Course): Course['title'] => course.renews?.title ?? course.title;

type Held = { edition: string; valid_until: string; status: CertificateStatus };
export type Renewal =
  | { can: true; opens: string; closes: string }
  | { can: false; because: 'no-certificate' | 'suspended' }
  | { can: false; because: 'too-early' | 'grace-over'; opens: string; closes: string };

/**
 * May somebody who holds these certificates, newest first, take the course that renews them on a day? From three months
 * before the end, or earlier where a newer edition says so, until the last day of the grace after it.
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

/** The last day of the grace after the end. */
export function closesFor({ valid_until }: Pick<Held, 'valid_until'>, renewing: Course): string {
  return addDays(addMonths(valid_until, renewing.renews?.graceMonths ?? 0), -1);
}

/** The first day on which a certificate can be renewed: what a new edition opens early counts from its day on. */
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
