import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type DecisionOutcome, recordDecision } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** Resumes the course where it was paused. */
export function endLeave(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<DecisionOutcome> {
  return withAdviser(world, viewer, input.enrolmentId, (trx, { record }) =>
    recordDecision(world, trx, viewer, record, { at: world.now(), type: 'resumed' }),
  );
}
