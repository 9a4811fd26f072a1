import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { addEnrolment, type EnrolOutcome } from './add-enrolment.server.ts';

type Outcome = EnrolOutcome | { ok: false; reason: 'forbidden' | 'not-open' };

/**
 * An adviser asks for a seat on a hold; the leader gives it or the waiting list. A second identical request changes
 * nothing.
 */
export function requestSeat(world: World, viewer: Viewer, input: { holdId: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'enrol', { personId: viewer.personId })) return { ok: false, reason: 'forbidden' };
    const hold = await findHold(trx, input.holdId);
    if (!hold) return { ok: false, reason: 'not-found' };
    if (hold.self_enrol === 0 || hold.ends_on <= dayOf(world.now())) return { ok: false, reason: 'not-open' };
    const added = await addEnrolment(world, trx, viewer.personId, hold);
    if (added.ok || added.reason !== 'already-enrolled') return added;
    const asked = (await listEnrolmentsOf(trx, viewer.personId)).find(
      (each) => each.hold_id === hold.id && !isOver(each.state),
    );
    return asked ? { ok: true, enrolmentId: asked.id } : added;
  });
}
