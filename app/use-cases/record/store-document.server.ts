import { sha256 } from '#app/platform/world.server.ts';
import { putDocument } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';

/** Stores bytes once under their digest, and returns the digest. */
export async function storeDocument(
  trx: Db,
  { bytes, mediaType, at }: { bytes: Uint8Array; mediaType: string; at: string },
): Promise<string> {
  const digest = sha256(bytes);
  const row = { media_type: mediaType, bytes: Buffer.from(bytes), size: bytes.length, recorded_at: at };
  await putDocument(trx, { sha256: digest, ...row });
  return digest;
}
