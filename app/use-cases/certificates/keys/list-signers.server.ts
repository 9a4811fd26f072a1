import { listSigningCertificates } from '#db/queries/signing-certificate.ts';
import type { Db } from '#db/schema.ts';

/** The SHA-256 of every certificate that ever signed a file here. */
export async function listSigners(db: Db): Promise<string[]> {
  return (await listSigningCertificates(db)).map(({ sha256 }) => sha256);
}
