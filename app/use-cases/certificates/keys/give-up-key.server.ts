import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { updateCompromised } from '#db/queries/badge.ts';
import { listKnownKeys } from './list-known-keys.server.ts';

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
