import { listSigners } from '#app/use-cases/certificates/keys/list-signers.server.ts';
import type { Trust } from '#certificates/checking/verify-file.ts';
import { findCertificateByFile } from '#db/queries/certificate.ts';
import { findSnapshotByReport } from '#db/queries/report.ts';
import type { Db } from '#db/schema.ts';

/** What the register knows of those who sign. Bytes that it issued itself are not held against an old key or authority. */
export async function findTrust(db: Db, digest: string): Promise<Trust> {
  return {
    signers: { known: await listSigners(db), complete: true },
    issued: Boolean((await findCertificateByFile(db, digest)) ?? (await findSnapshotByReport(db, digest))),
  };
}
