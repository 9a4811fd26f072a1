import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { type KnownKey, type PublicJwk, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { listCredentialKeys, putCredentialKey, updateCompromised, updateKeysInUse } from '#db/queries/badge.ts';
import type { Db } from '#db/schema.ts';

/** Every key that ever proved a badge here, with its present state. */
export async function listKnownKeys(db: Db): Promise<KnownKey[]> {
  const rows = await listCredentialKeys(db);
  return rows.map(({ id, controller, jwk, recorded_at: since, retired_at, compromised_at }) => ({
    id,
    controller,
    jwk: JSON.parse(jwk) as PublicJwk,
    since,
    ...(retired_at && { retiredAt: retired_at }),
    ...(compromised_at && { compromisedAt: compromised_at }),
  }));
}

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

/**
 * Marks a key as compromised because somebody else may have it: nothing it signed counts any more, whenever it was
 * signed. A key still in use must be replaced first.
 */
export async function giveUpKey(
  world: World,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: 'unknown-key' | 'in-use' }> {
  const at = world.now();
  return world.db.transaction().execute(async (trx) => {
    const key = (await listKnownKeys(trx)).find((each) => each.id === id);
    if (!key) return { ok: false, reason: 'unknown-key' };
    if (!key.retiredAt) return { ok: false, reason: 'in-use' };
    await updateCompromised(trx, id, at);
    await writeAudit(world, trx, { actor: null, action: 'credential-key-given-up', subject: id });
    return { ok: true };
  });
}
