import { certificateOf, fingerprintOf } from '#certificates/signing/signing-key.ts';
import { putSigningCertificate } from '#db/queries/signing-certificate.ts';
import type { Db } from '#db/schema.ts';

/** Notes who signed a file, beside the file itself: the signer's own certificate first, then those above it. */
export async function noteSigner(trx: Db, certificates: readonly Uint8Array[], at: string): Promise<void> {
  const chain = certificates.map(certificateOf);
  const row = { sha256: fingerprintOf(chain[0]!), chain: chain.map(String).join(''), recorded_at: at };
  await putSigningCertificate(trx, row);
}
