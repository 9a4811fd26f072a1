import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { deleteFlag, findAnswerPlace, insertFlag } from '#db/queries/quiz.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'handed-in' };

/** Marks a question of a running attempt to come back to, or takes the mark away. It says nothing about the answer. */
export function flagQuestion(
  world: World,
  viewer: Viewer,
  input: { attemptId: string; slot: number; flagged: boolean },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const place = await findAnswerPlace(trx, input.attemptId, input.slot);
    if (!place || !may(viewer, 'learn', { personId: place.person_id })) return { ok: false, reason: 'not-found' };
    if (place.handed_in_at) return { ok: false, reason: 'handed-in' };
    const flag = { attempt_id: input.attemptId, slot: input.slot };
    if (input.flagged) await insertFlag(trx, { ...flag, recorded_at: world.now() });
    else await deleteFlag(trx, flag);
    return { ok: true };
  });
}
