import type { World } from '#app/platform/world.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { listSize } from '#certificates/badge/status-list.ts';
import type { CertificateData, StepMark } from '#certificates/certificate-data.ts';
import { dayOf, withOffset } from '#curriculum/calendar/calendar-day.ts';
import { certificateNumber, lastValidDay, type Period } from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import type { Course } from '#curriculum/flow/course.ts';
import {
  appendCertificateEvent,
  insertCertificate,
  insertCertificateDocument,
  nextNumbers,
} from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import { checkAddress } from './check-address.ts';
import { evidenceOf } from './evidence-of.server.ts';
import { printAndStore } from './print-and-store.server.ts';
import { storeBadge } from './store-badge.server.ts';
import { variantOf } from './variant-of.ts';

type Given = {
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

/**
 * Numbers a certificate, prints it in both languages and stores it, in the transaction of the caller, who holds the
 * lock on numbering. Throws `CannotPrint` if letters are missing or the key is not in force, so that no number is used
 * up.
 */
export async function putCertificate(world: World, trx: Db, given: Given): Promise<string> {
  const { at, person, library, course, period } = given;
  const { validFrom, validUntil } = period;
  const day = dayOf(at);
  const { running, statusIndex } = await nextNumbers(trx, {
    year: Number(day.slice(0, 4)),
    listSize,
    pick: world.pick,
  });
  const number = certificateNumber(Number(day.slice(0, 4)), running);
  const verifyCode = newVerifyCode(world);
  await insertCertificate(trx, {
    number,
    verify_code: verifyCode,
    person_id: person.id,
    enrolment_id: given.enrolmentId,
    name_at_issue: person.name,
    library_at_issue: library,
    course: course.id,
    edition: course.edition,
    valid_from: validFrom,
    valid_until: validUntil,
    issued_at: at,
    replaces: given.replaces,
    supersedes: given.supersedes,
    status_index: statusIndex,
    name_public: 0,
    recorded_at: at,
  });
  await appendCertificateEvent(trx, {
    id: world.newId(),
    number,
    type: 'issued',
    reason: null,
    actor: given.actor,
    at,
    recorded_at: at,
  });
  for (const language of ['da', 'en'] as const) {
    const data: CertificateData = {
      language,
      number,
      name: person.name,
      issuer: world.env.issuerName,
      variant: variantOf(course),
      course: certificateTitleOf(course)[language],
      edition: course.edition,
      evidence: evidenceOf(course, language),
      steps: given.steps,
      validFrom,
      lastValidDay: lastValidDay(validUntil),
      issuedOn: day,
      issuedAt: at,
      library,
      verifyUrl: checkAddress(world, verifyCode, language),
      demo: world.demo,
      badge: {
        site: world.publicUrl,
        course: course.id,
        statusIndex,
        validFrom: withOffset(validFrom, '00:00:00'),
        validUntil: withOffset(lastValidDay(validUntil), '23:59:59'),
      },
    };
    const { digest, badge } = await printAndStore(world, trx, data);
    await insertCertificateDocument(trx, { number, language, sha256: digest, recorded_at: at });
    if (badge) await storeBadge(trx, { number, language, badge, at });
  }
  return number;
}
