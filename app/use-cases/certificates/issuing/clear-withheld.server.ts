import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { updateHeldBack } from '#db/queries/enrolment.ts';
import { issueWhenAssessed } from './issue-when-assessed.server.ts';
import { type SettleOutcome, settleWithheld } from './settle-withheld.server.ts';

/** Issues a withheld certificate once its reason is gone. If it still cannot be printed, it is withheld again. */
export async function clearWithheld(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string },
): Promise<SettleOutcome> {
  const outcome = await settleWithheld(world, viewer, input.enrolmentId, { at: world.now(), type: 'cleared' }, (trx) =>
    updateHeldBack(trx, input.enrolmentId, null),
  );
  if (outcome.ok) await issueWhenAssessed(world, input.enrolmentId);
  return outcome;
}
