import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { setHeldBack } from './set-held-back.server.ts';

/**
 * Stops the certificate from being issued automatically: once everything is passed, it is withheld with this reason and
 * the agency decides.
 */
export function holdBack(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; reason: string },
): Promise<DecisionOutcome> {
  const reason = parseReason(input.reason);
  return reason
    ? setHeldBack(world, viewer, input.enrolmentId, reason)
    : Promise.resolve({ ok: false, reason: 'reason-missing' });
}
