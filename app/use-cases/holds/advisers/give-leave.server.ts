import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type DecisionOutcome, recordDecision } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** Pauses the course, with a reason. Nothing is lost, and the deadline does not move. */
export function giveLeave(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; reason: string },
): Promise<DecisionOutcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, { record }): Promise<DecisionOutcome> => {
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    return recordDecision(world, trx, viewer, record, { at: world.now(), type: 'suspended', reason });
  });
}
