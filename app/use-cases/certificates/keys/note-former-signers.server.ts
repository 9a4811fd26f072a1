import type { World } from '#app/platform/world.server.ts';
import { signerOf } from '#certificates/checking/verify-file.ts';
import { fingerprintOf } from '#certificates/signing/signing-key.ts';
import { listPrintedFiles, listSigningCertificates } from '#db/queries/signing-certificate.ts';
import { noteSigner } from './note-signer.server.ts';

const atATime = 50;

/**
 * Notes who signed the files that were issued before signers were noted. It reads them all once, and writes at the end,
 * so that a server that stops midway begins again.
 */
export async function noteFormerSigners(world: World): Promise<void> {
  const before = (await listSigningCertificates(world.db))[0]?.recorded_at ?? world.now();
  const found = new Map<string, { certificates: Uint8Array[]; at: string }>();
  for (let after = ''; ; ) {
    const files = await listPrintedFiles(world.db, { before, after, most: atATime });
    for (const { bytes, recorded_at: at } of files) {
      const chain = signerOf(bytes);
      const sha256 = chain[0] && fingerprintOf(chain[0]);
      const known = sha256 && found.get(sha256);
      if (sha256 && (!known || at < known.at))
        found.set(sha256, { certificates: chain.map(({ raw }) => new Uint8Array(raw)), at });
    }
    if (files.length < atATime) break;
    after = files.at(-1)!.sha256;
  }
  if (found.size === 0) return;
  await world.db.transaction().execute(async (trx) => {
    for (const { certificates, at } of found.values()) await noteSigner(trx, certificates, at);
  });
}
