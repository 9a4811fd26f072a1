import { distrustOf, listDistrusted } from '#app/platform/distrusted.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { type Signer, signerList } from '#certificates/signing/signer-list.ts';
import { certificateOf, certificatesIn } from '#certificates/signing/signing-key.ts';
import { listSigningCertificates } from '#db/queries/signing-certificate.ts';

/** The public list of the keys that ever signed; undefined if none did. */
export async function seeSigners(world: World): Promise<ReturnType<typeof signerList> | undefined> {
  const rows = await listSigningCertificates(world.db);
  if (rows.length === 0) return undefined;
  const distrusted = listDistrusted(world.env);
  return signerList(
    rows.map(({ chain, recorded_at: since }): Signer => {
      const certificates = certificatesIn(chain);
      const distrustedFrom = distrustOf({ certificates }, distrusted)?.from;
      return { chain: certificates.map(certificateOf), since, distrustedFrom };
    }),
  );
}
