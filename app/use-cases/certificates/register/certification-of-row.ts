import type { World } from '#app/platform/world.server.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';

/** The course that a certificate certifies. */
export function certificationOfRow(world: World, row: Pick<CertificateRow, 'course' | 'edition'>): string {
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return course ? certificationOf(course) : row.course;
}
