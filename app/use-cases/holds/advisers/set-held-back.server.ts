import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { certifiesNobody } from '#curriculum/flow/course.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { updateHeldBack } from '#db/queries/enrolment.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** Stores why the certificate must not be issued automatically; null lets it be issued. */
export function setHeldBack(
  world: World,
  viewer: Viewer,
  enrolmentId: string,
  reason: string | null,
): Promise<DecisionOutcome> {
  return withAdviser(world, viewer, enrolmentId, async (trx, { record }): Promise<DecisionOutcome> => {
    const { enrolment } = record;
    const certifies = !certifiesNobody(record.edition.course);
    if (isOver(enrolment.state) || enrolment.state === 'withheld' || !certifies)
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
