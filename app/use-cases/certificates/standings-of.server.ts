import { type CertificateStatus, statusOn } from '#curriculum/certification/certificate-status.ts';
import { type CertificateRow, listCertificatesOf, listEventsOf } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';

/** All certificates a person has had of a course, newest first, with how each of them stands on a day. */
export async function standingsOf(
  db: Db,
  { personId, course, day }: { personId: string; course: string; day: string },
): Promise<(CertificateRow & { status: CertificateStatus })[]> {
  const own = (await listCertificatesOf(db, personId)).filter((each) => each.course === course);
  const events = await listEventsOf(db, own);
  return own.map((row) => {
    const mine = events.filter((event) => event.number === row.number);
    return { ...row, status: statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, mine, day) };
  });
}
