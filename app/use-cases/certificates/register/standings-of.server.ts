import type { World } from '#app/platform/world.server.ts';
import {
  type CertificateEvent,
  type CertificateStatus,
  type Period,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf, certificationOf } from '#curriculum/certification/renewal.ts';
import { type CertificateRow, listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';

/** All certificates a person has had for a course, newest first, each with its status on a day. */
export async function standingsOf(
  world: World,
  db: Db,
  { personId, certification, day }: { personId: string; certification: string; day: string },
): Promise<(CertificateRow & { status: CertificateStatus })[]> {
  const own = (await listCertificatesOf(db, personId)).filter(
    (row) => certificationOfRow(world, row) === certification,
  );
  return (await withEvents(db, own)).map((row) => ({ ...row, status: statusOfRow(row, row.events, day) }));
}

type Dates = Pick<CertificateRow, 'valid_from' | 'valid_until'>;
export const periodOfRow = ({ valid_from, valid_until }: Dates): Period => ({
  validFrom: valid_from,
  validUntil: valid_until,
});

/** The status of a certificate on a day, computed from its row and its events. */
export const statusOfRow = (row: Dates, events: readonly CertificateEvent[], day: string): CertificateStatus =>
  statusOn(periodOfRow(row), events, day);

/** The course that a certificate certifies. */
export function certificationOfRow(world: World, row: Pick<CertificateRow, 'course' | 'edition'>): string {
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return course ? certificationOf(course) : row.course;
}

/** The words after "certified as" on a certificate. If the course's files are gone, the name of the course. */
export function titleOfRow(world: World, row: Pick<CertificateRow, 'course' | 'edition'>): { da: string; en: string } {
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return course ? certificateTitleOf(course) : { da: row.course, en: row.course };
}
