import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { setHeldBack } from './set-held-back.server.ts';

/** Cancels holding it back, as long as the certificate is not withheld yet. */
export function letGo(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<DecisionOutcome> {
  return setHeldBack(world, viewer, input.enrolmentId, null);
}
