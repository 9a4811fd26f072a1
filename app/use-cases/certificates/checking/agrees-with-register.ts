import type { World } from '#app/platform/world.server.ts';
import type { BadgeFacts } from '#certificates/badge/read-badge.ts';
import { lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';

/** Compares the facts in the badge with the register. */
export function agreesWithRegister(register: World, facts: BadgeFacts, row: CertificateRow): boolean {
  const course = register.catalogue.find(row.course, row.edition)?.course;
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return (
    facts.code === row.verify_code &&
    plain(facts.name) === plain(row.name_at_issue) &&
    facts.edition === row.edition &&
    facts.validFrom === row.valid_from &&
    facts.lastValidDay === lastValidDay(row.valid_until) &&
    (course === undefined || plain(facts.course) === plain(certificateTitleOf(course)[facts.language]))
  );
}
