import type { World } from '#app/platform/world.server.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';

/** The words after "certified as" on a certificate. If the course's files are gone, the name of the course. */
export function titleOfRow(world: World, row: Pick<CertificateRow, 'course' | 'edition'>): { da: string; en: string } {
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return course ? certificateTitleOf(course) : { da: row.course, en: row.course };
}
