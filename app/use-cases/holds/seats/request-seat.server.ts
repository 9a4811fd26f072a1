import type { World } from '#app/platform/world.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { changedSteps } from '#app/use-cases/record/learning-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { insertEnrolment, listEnrolmentsOf, putSteps } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

type Outcome =
  | { ok: true; enrolmentId: string }
  | { ok: false; reason: 'not-found' | 'forbidden' | 'not-open' | 'already-enrolled' }
  | { ok: false; reason: 'no-certificate' | 'suspended' }
  | { ok: false; reason: 'too-early' | 'grace-over'; opens: string; closes: string };

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

/**
 * Adds an enrolment in the state `requested`. A person can have one running enrolment per course, and a renewal course
 * requires a certificate that can be renewed.
 */
export async function addEnrolment(
  world: World,
  trx: Db,
  personId: string,
  hold: { id: string; course: string; edition: string },
): Promise<Outcome> {
  const running = (await listEnrolmentsOf(trx, personId)).some(
    (each) => each.course === hold.course && !isOver(each.state),
  );
  if (running) return { ok: false, reason: 'already-enrolled' };
  const edition = world.catalogue.find(hold.course, hold.edition);
  if (!edition) return { ok: false, reason: 'not-found' };
  const renewal = await findRenewal(world, trx, personId, edition.course);
  if (renewal && !renewal.can) {
    const { can: _, because: reason, ...days } = renewal;
    return { ok: false, reason, ...days } as Outcome;
  }
  const now = world.now();
  const id = world.newId();
  const progress = progressOf(edition.course, []);
  const { state, step, dueAt } = progress.projection;
  await insertEnrolment(trx, {
    id,
    person_id: personId,
    hold_id: hold.id,
    course: hold.course,
    edition: hold.edition,
    seq: 0,
    state,
    step,
    due_at: dueAt,
    last_at: now,
    recorded_at: now,
    held_back_because: null,
  });
  await putSteps(trx, changedSteps(id, now, progress, undefined));
  return { ok: true, enrolmentId: id };
}
