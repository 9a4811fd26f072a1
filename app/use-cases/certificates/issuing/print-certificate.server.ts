import type { World } from '#app/platform/world.server.ts';
import type { CertificateData, StepMark } from '#certificates/certificate-data.ts';
import { dayOf, withOffset } from '#curriculum/calendar/calendar-day.ts';
import { lastValidDay, type Period } from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { checkAddress } from './check-address.ts';
import { evidenceOf } from './evidence-of.server.ts';
import { learnedOf } from './learned-of.ts';
import type { NumberedCertificate } from './numbered.ts';
import { type PrintedFiles, printBoth } from './print-both.server.ts';
import { variantOf } from './variant-of.ts';

/** What a certificate says, and where it comes from. */
export type Earned = {
  at: string;
  period: Period;
  person: { id: string; name: string };
  library: string;
  course: Course;
  steps: StepMark[];
  /** The enrolment that earned it; null when it replaces another certificate. */
  enrolmentId: string | null;
  replaces: string | null;
  supersedes: string | null;
  actor: string | null;
};

/** Prints a certificate in both languages with the number reserved for it. Throws `CannotPrint`. */
export function printCertificate(
  world: World,
  { at, period, person, library, course, steps }: Earned,
  { number, code, statusIndex }: NumberedCertificate,
): Promise<PrintedFiles> {
  const { validFrom, validUntil } = period;
  const dataIn = (language: 'da' | 'en'): CertificateData => ({
    language,
    number,
    name: person.name,
    issuer: world.env.issuerName,
    variant: variantOf(course),
    course: certificateTitleOf(course)[language],
    edition: course.edition,
    evidence: evidenceOf(course, language),
    steps,
    validFrom,
    lastValidDay: lastValidDay(validUntil),
    issuedOn: dayOf(at),
    issuedAt: at,
    library,
    verifyUrl: checkAddress(world, code, language),
    demo: world.demo,
    badge: {
      learned: learnedOf(course, language),
      site: world.publicUrl,
      course: course.id,
      statusIndex,
      validFrom: withOffset(validFrom, '00:00:00'),
      validUntil: withOffset(lastValidDay(validUntil), '23:59:59'),
    },
  });
  return printBoth(world, dataIn);
}
