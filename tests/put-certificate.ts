import { sha256, type World } from '#app/platform/world.server.ts';
import type { CertificateData } from '#certificates/certificate-data.ts';
import { insertCertificate, insertCertificateDocument, putDocument } from '#db/queries/certificate.ts';

/** Inserts a certificate into the register without the course that led to it, with files if they are given. */
export async function putCertificate(
  world: World,
  given: { personId: string; number: string; code: string; issuedOn: string } & Record<string, unknown>,
  files: Partial<Record<CertificateData['language'], Uint8Array>> = {},
): Promise<void> {
  const { personId, number, code, issuedOn, ...more } = given;
  const { course } = world.catalogue.editions[0]!;
  const at = `${issuedOn}T09:00:00.000Z`;
  await insertCertificate(world.db, {
    number,
    verify_code: code,
    person_id: personId,
    enrolment_id: null,
    name_at_issue: 'Åse Bjørk Eksempel',
    library_at_issue: 'Herning',
    course: course.id,
    edition: course.edition,
    valid_from: issuedOn,
    valid_until: '2028-11-20',
    issued_at: at,
    replaces: null,
    supersedes: null,
    status_index: Number(number.slice(5)),
    name_public: 0,
    recorded_at: at,
    ...more,
  });
  for (const [language, bytes] of Object.entries(files)) {
    const digest = sha256(bytes);
    const document = { sha256: digest, media_type: 'application/pdf', bytes: Buffer.from(bytes), size: bytes.length };
    await putDocument(world.db, { ...document, recorded_at: at });
    await insertCertificateDocument(world.db, { number, language: language as 'da', sha256: digest, recorded_at: at });
  }
}
