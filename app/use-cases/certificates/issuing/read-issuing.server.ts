import type { World } from '#app/platform/world.server.ts';
import { listStandings } from '#app/use-cases/certificates/register/list-standings.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { ownReason } from '#app/words/withheld-reason.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isLive, periodOf } from '#curriculum/certification/certificate-status.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import { can } from '#curriculum/flow/can.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { libraryOnPaper } from './library-on-paper.ts';
import { marksOf } from './marks-of.ts';
import type { Earned } from './print-certificate.server.ts';
import type { Read } from './print-then-store.server.ts';

/** Why there is no certificate. */
export type NotIssued =
  | { ok: false; reason: 'not-assessed' | 'not-found' | 'clock-behind' }
  | { ok: false; reason: 'held-back'; because: string };
export type IssuePlan = { record: LearningRecord; former: { number: string } | undefined; earned: Earned };

/**
 * What the certificate of an enrolment says at this instant, or why there is none. `again` also takes one that was
 * withheld. With `lock`, nobody can change it until the transaction ends.
 */
export async function readIssuing(
  world: World,
  db: Db,
  { enrolmentId, again, at, lock }: { enrolmentId: string; again: boolean; at: string; lock: boolean },
): Promise<Read<IssuePlan, NotIssued>> {
  const record = await (lock ? lockRecord : findRecord)(world, db, enrolmentId);
  if (!record) return { ok: false, reason: 'not-found' };
  const { course } = record.edition;
  const day = dayOf(at);
  const person = await findPersonAt(db, record.enrolment.person_id, day);
  if (!person) return { ok: false, reason: 'not-found' };
  const { state, held_back_because: because, seq } = record.enrolment;
  const waits = state === 'assessed' || (again && state === 'withheld');
  // A course that certifies nobody gives proofs of attendance: they are printed elsewhere.
  if (!waits || !course.validity) return { ok: false, reason: 'not-assessed' };
  if (because) return { ok: false, reason: 'held-back', because };
  // Locks before reading the former certificate, because somebody may be revoking it now under the same lock.
  if (lock) await lockByName(db, 'numbering', at);
  // An expired certificate can be the predecessor too. A revoked one cannot: it adds no time and stays revoked.
  const held = { personId: person.id, certification: certificationOf(course), day };
  const former = (await listStandings(world, db, held)).find(({ status }) => isLive(status) || status === 'expired');
  if (former?.status === 'suspended')
    return { ok: false, reason: 'held-back', because: ownReason('former-suspended', former.number) };
  if (course.renews && !former) return { ok: false, reason: 'held-back', because: ownReason('nothing-to-renew') };
  // The server that wrote the last event may have a clock slightly ahead of ours, so we leave it to the next round.
  const next: FlowEvent = { at, type: state === 'withheld' ? 'cleared' : 'issued' };
  if (can(machineOf(course), record.snapshot, next)) return { ok: false, reason: 'clock-behind' };
  const earned: Earned = {
    at,
    period: periodOf({
      issuedOn: day,
      months: course.validity.months,
      ...(former && { previousValidUntil: former.valid_until }),
    }),
    person,
    library: libraryOnPaper(person),
    course,
    steps: marksOf(course, record.snapshot.value.steps),
    enrolmentId,
    replaces: null,
    supersedes: former?.number ?? null,
    actor: null,
  };
  const basis = [seq, person.name, earned.library, former?.number, former?.status, former?.valid_until];
  return { ok: true, plan: { record, former, earned }, basis };
}
