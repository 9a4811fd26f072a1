import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Done, parseReason, recordDecision, withAdviser } from './adviser-record.server.ts';

/** Pauses the course, with a reason. Nothing is lost, and the deadline does not move. */
export function giveLeave(world: World, viewer: Viewer, input: { enrolmentId: string; reason: string }): Promise<Done> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, { record }): Promise<Done> => {
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    return recordDecision(world, trx, viewer, record, { at: world.now(), type: 'suspended', reason });
  });
}

/** Resumes the course where it was paused. */
export function endLeave(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<Done> {
  return withAdviser(world, viewer, input.enrolmentId, (trx, { record }) =>
    recordDecision(world, trx, viewer, record, { at: world.now(), type: 'resumed' }),
  );
}
