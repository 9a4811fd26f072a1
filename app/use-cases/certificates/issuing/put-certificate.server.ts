import type { World } from '#app/platform/world.server.ts';
import { appendCertificateEvent, insertCertificate, insertCertificateDocument } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import type { NumberedCertificate } from './numbered.ts';
import type { PrintedFiles } from './print-both.server.ts';
import type { Earned } from './print-certificate.server.ts';
import { storeBadge } from './store-badge.server.ts';
import { storeFile } from './store-file.server.ts';

/** Stores a printed certificate with its number, in the transaction of the caller. */
export async function putCertificate(
  world: World,
  trx: Db,
  earned: Earned,
  { number, code, statusIndex }: NumberedCertificate,
  files: PrintedFiles,
): Promise<void> {
  const { at, person, library, course, period } = earned;
  await insertCertificate(trx, {
    number,
    verify_code: code,
    person_id: person.id,
    enrolment_id: earned.enrolmentId,
    name_at_issue: person.name,
    library_at_issue: library,
    course: course.id,
    edition: course.edition,
    valid_from: period.validFrom,
    valid_until: period.validUntil,
    issued_at: at,
    replaces: earned.replaces,
    supersedes: earned.supersedes,
    status_index: statusIndex,
    name_public: 0,
    recorded_at: at,
  });
  await appendCertificateEvent(trx, {
    id: world.newId(),
    number,
    type: 'issued',
    reason: null,
    actor: earned.actor,
    at,
    recorded_at: at,
  });
  for (const language of ['da', 'en'] as const) {
    const { badge } = files[language];
    const sha256 = await storeFile(trx, files[language], at);
    await insertCertificateDocument(trx, { number, language, sha256, recorded_at: at });
    if (badge) await storeBadge(trx, { number, language, badge, at });
  }
}
