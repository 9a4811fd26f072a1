import type { World } from '#app/platform/world.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import { changedSteps } from '#app/use-cases/record/changed-steps.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { insertEnrolment, listEnrolmentsOf, putSteps } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';

export type EnrolOutcome =
  | { ok: true; enrolmentId: string }
  | { ok: false; reason: 'not-found' | 'already-enrolled' }
  | { ok: false; reason: 'no-certificate' | 'suspended' }
  | { ok: false; reason: 'too-early' | 'grace-over'; opens: string; closes: string };

/**
 * Adds an enrolment in the state `requested`. A person can have one running enrolment per course, and a renewal course
 * requires a certificate that can be renewed.
 */
export async function addEnrolment(
  world: World,
  trx: Db,
  personId: string,
  hold: { id: string; course: string; edition: string },
): Promise<EnrolOutcome> {
  const running = (await listEnrolmentsOf(trx, personId)).some(
    (each) => each.course === hold.course && !isOver(each.state),
  );
  if (running) return { ok: false, reason: 'already-enrolled' };
  const edition = world.catalogue.find(hold.course, hold.edition);
  if (!edition) return { ok: false, reason: 'not-found' };
  const renewal = await findRenewal(world, trx, personId, edition.course);
  if (renewal && !renewal.can) {
    const { can: _, because: reason, ...days } = renewal;
    return { ok: false, reason, ...days } as EnrolOutcome;
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
