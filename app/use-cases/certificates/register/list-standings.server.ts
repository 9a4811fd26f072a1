import type { World } from '#app/platform/world.server.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import { type CertificateRow, listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import { certificationOfRow } from './certification-of-row.ts';
import { statusOfRow } from './status-of-row.ts';

/** All certificates a person has had for a course, newest first, each with its status on a day. */
export async function listStandings(
  world: World,
  db: Db,
  { personId, certification, day }: { personId: string; certification: string; day: string },
): Promise<(CertificateRow & { status: CertificateStatus })[]> {
  const own = (await listCertificatesOf(db, personId)).filter(
    (row) => certificationOfRow(world, row) === certification,
  );
  return (await withEvents(db, own)).map((row) => ({ ...row, status: statusOfRow(row, row.events, day) }));
}
