import { type CertificateStatus, statusOn } from '#curriculum/certification/certificate-status.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import { type CertificateRow, listCertificatesOf, listEventsOf } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import type { World } from '../../platform/world.server.ts';

/** All certificates a person has had for a course, newest first, with how each of them stands on a day. */
export async function standingsOf(
  world: World,
  db: Db,
  { personId, certification, day }: { personId: string; certification: string; day: string },
): Promise<(CertificateRow & { status: CertificateStatus })[]> {
  const own = (await listCertificatesOf(db, personId)).filter(
    (row) => certificationOfRow(world, row) === certification,
  );
  const events = await listEventsOf(db, own);
  return own.map((row) => {
    const mine = events.filter((event) => event.number === row.number);
    return { ...row, status: statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, mine, day) };
  });
}

/** The course a certificate is for. */
export function certificationOfRow(world: World, row: Pick<CertificateRow, 'course' | 'edition'>): string {
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return course ? certificationOf(course) : row.course;
}
