import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { updateHeldBack } from '#db/queries/enrolment.ts';
import { type Done, parseReason, withAdviser } from './adviser-record.server.ts';

/**
 * Stops the certificate from being issued automatically: once everything is passed, it is withheld with this reason and
 * the agency decides.
 */
export function holdBack(world: World, viewer: Viewer, input: { enrolmentId: string; reason: string }): Promise<Done> {
  const reason = parseReason(input.reason);
  return reason
    ? put(world, viewer, input.enrolmentId, reason)
    : Promise.resolve({ ok: false, reason: 'reason-missing' });
}

/** Cancels holding it back, as long as the certificate is not withheld yet. */
export function letGo(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<Done> {
  return put(world, viewer, input.enrolmentId, null);
}

function put(world: World, viewer: Viewer, enrolmentId: string, reason: string | null): Promise<Done> {
  return withAdviser(world, viewer, enrolmentId, async (trx, { record }): Promise<Done> => {
    const { enrolment } = record;
    if (isOver(enrolment.state) || enrolment.state === 'withheld')
      return { ok: false, reason: 'enrolment', state: enrolment.state };
    await updateHeldBack(trx, enrolment.id, reason);
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: reason ? 'held-back' : 'let-go',
      subject: enrolment.id,
    });
    return { ok: true };
  });
}
