import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { updateAppeal } from '#db/queries/appeal.ts';
import { type AppealRefused, lockForAppeal } from './lock-for-appeal.server.ts';

type Outcome = { ok: true } | AppealRefused;

/** A leader who was never involved takes an appeal. From then on, only that leader decides it. */
export function takeAppeal(world: World, viewer: Viewer, input: { appealId: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'decide-appeal')) return { ok: false, reason: 'forbidden' };
    const found = await lockForAppeal(world, trx, viewer.personId, input.appealId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { appeal, record, conflict } = found;
    if (appeal.assessor_id === viewer.personId) return { ok: true };
    if (appeal.assessor_id) return { ok: false, reason: 'taken' };
    const at = world.now();
    const recorded = await recordFact(
      world,
      trx,
      record,
      { at, type: 'appeal-assigned', step: appeal.step, assessor: viewer.personId, conflict },
      viewer.personId,
    );
    if (!recorded.ok) return recorded;
    await updateAppeal(trx, appeal.id, { assessor_id: viewer.personId, assigned_at: at });
    return { ok: true };
  });
}
