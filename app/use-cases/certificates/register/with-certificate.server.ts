import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Db } from '#db/schema.ts';
import {
  type CertificateActionInput,
  type CertificateRefused,
  type CertificateToChange,
  findCertificateToChange,
} from './find-certificate-to-change.server.ts';

/**
 * Changes a certificate under the lock that issuing uses. If two people act at once, the second one sees the new
 * status.
 */
export function withCertificate<T>(
  world: World,
  viewer: Viewer | null,
  input: CertificateActionInput,
  work: (trx: Db, given: CertificateToChange) => Promise<T | CertificateRefused>,
): Promise<T | CertificateRefused> {
  return world.db.transaction().execute(async (trx): Promise<T | CertificateRefused> => {
    const found = await findCertificateToChange(trx, viewer, input, world.now(), true);
    return found.ok ? work(trx, found) : found;
  });
}
