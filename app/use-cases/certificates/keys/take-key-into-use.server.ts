import type { World } from '#app/platform/world.server.ts';
import { type PublicJwk, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { putCredentialKey, updateKeysInUse } from '#db/queries/badge.ts';
import { listKnownKeys } from './list-known-keys.server.ts';

/**
 * Makes the current key the one that proves badges, and retires the earlier ones. A key that was given up is refused,
 * because somebody else may have it.
 */
export async function takeKeyIntoUse(
  world: World,
): Promise<{ ok: true; ids: string[] } | { ok: false; reason: 'no-key' | 'compromised' }> {
  const key = await world.credentialKey();
  if (!key) return { ok: false, reason: 'no-key' };
  const own = publicKeysOf(key, didOf(world.publicUrl));
  const ids = own.map(({ id }) => id);
  const at = world.now();
  return world.db.transaction().execute(async (trx) => {
    const known = await listKnownKeys(trx);
    if (own.some(({ jwk }) => known.some((each) => each.compromisedAt && isSame(each.jwk, jwk))))
      return { ok: false, reason: 'compromised' };
    for (const { id, controller, jwk } of own)
      await putCredentialKey(trx, { id, controller, jwk: JSON.stringify(jwk), recorded_at: at });
    if (known.some(({ id, retiredAt }) => ids.includes(id) === (retiredAt !== undefined)))
      await updateKeysInUse(trx, ids, at);
    return { ok: true, ids };
  });
}

const isSame = (one: PublicJwk, other: PublicJwk) => JSON.stringify(one) === JSON.stringify(other);
