import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import type { SignedBadge } from '#certificates/badge/sign-badge.ts';
import { hasCompromised, insertBadge, putCredentialKey } from '#db/queries/badge.ts';
import type { Db } from '#db/schema.ts';

// RFC 7519 defines the media type of the JWT, VC 2.0 the other one.
const mediaTypes = { json: 'application/vc', jwt: 'application/jwt' } as const;

/** Stores the badge of a certificate unchanged, along with the public keys that prove it. */
export async function storeBadge(
  trx: Db,
  { number, language, badge, at }: { number: string; language: 'da' | 'en'; badge: SignedBadge; at: string },
): Promise<void> {
  for (const form of ['json', 'jwt'] as const) {
    const text = badge[form];
    if (text === undefined) continue;
    const digest = await storeDocument(trx, { bytes: Buffer.from(text, 'utf8'), mediaType: mediaTypes[form], at });
    await insertBadge(trx, { number, language, form, sha256: digest, recorded_at: at });
  }
  for (const { id, controller, jwk } of badge.keys)
    await putCredentialKey(trx, { id, controller, jwk: JSON.stringify(jwk), recorded_at: at });
  // A server that has been running since before its key was given up still holds that key.
  const ids = badge.keys.map(({ id }) => id);
  if (await hasCompromised(trx, ids))
    throw new Error('The key that proves badges was given up: start the server again.');
}
