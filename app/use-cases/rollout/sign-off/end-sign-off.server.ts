import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findRound, insertRoundEnd } from '#db/queries/sign-off.ts';
import { roundsOf } from './rounds-of.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'no-reason' | 'ended' };

/**
 * Refuses to sign a wave, or withdraws its sign-off, with a reason. Services that went live by it stay live; no other opens
 * by it from then on.
 */
export async function endSignOff(
  world: World,
  viewer: Viewer,
  input: { roundId: string; why: string },
): Promise<Outcome> {
  if (!may(viewer, 'sign-off')) return { ok: false, reason: 'forbidden' };
  const found = await findRound(world.db, input.roundId);
  if (!found) return { ok: false, reason: 'not-found' };
  const why = parseReason(input.why);
  if (why === undefined) return { ok: false, reason: 'no-reason' };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'rollout', at);
    const round = (await roundsOf(trx, found.waveId)).find(({ id }) => id === found.id)!;
    if (round.ended) return { ok: false, reason: 'ended' };
    const kind = round.standing === 'signed' ? 'withdrawn' : 'refused';
    await insertRoundEnd(trx, {
      ...{ round_id: round.id, kind, why, by_person: viewer.personId || null, recorded_at: at },
    });
    await writeAudit(world, trx, { actor: viewer.personId || null, action: `sign-off-${kind}`, subject: round.id });
    return { ok: true };
  });
}
