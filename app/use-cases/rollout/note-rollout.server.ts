import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { canNote } from '#curriculum/rollout/replay-rollout.ts';
import type { RolloutFacts, RolloutRefusal, RolloutType } from '#curriculum/rollout/rollout-event.ts';
import { appendRollout, listRolloutOf } from '#db/queries/rollout.ts';
import type { Db } from '#db/schema.ts';

type Noted = { serviceId: string; type: RolloutType; onDay: string; note: string; facts: RolloutFacts };

/**
 * Notes a step of a service, or says why the chart of the rollout refuses it. The caller holds the lock of the rollout, and
 * has asked for permission; whoever answers by a link is no viewer.
 */
export async function noteRollout(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  { serviceId, type, onDay, note, facts, operation = null }: Noted & { operation?: string | null },
): Promise<RolloutRefusal | undefined> {
  const now = world.now();
  const refusal = canNote(await listRolloutOf(trx, serviceId), { type, on: onDay }, facts);
  if (refusal) return refusal;
  await appendRollout(trx, {
    ...{ id: world.newId(), service_id: serviceId, type, on_day: onDay, note },
    ...{ by_person: viewer?.personId || null, at: now, recorded_at: now, client_op_id: operation },
  });
  await writeAudit(world, trx, {
    actor: viewer?.personId || null,
    action: `rollout-${type}`,
    subject: serviceId,
  });
  return undefined;
}
