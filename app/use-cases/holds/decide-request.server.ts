import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { countSeatsTaken, findHold, lockHold } from '#db/queries/hold.ts';
import { insertMail } from '#db/queries/outbox.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import type { World } from '../../platform/world.server.ts';
import { wordsIn } from '../../words/words.server.ts';
import { lockRecord, recordFact } from '../learning-record.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

export const requestDecisions = ['approve', 'decline', 'waitlist'] as const;
export type RequestDecision = (typeof requestDecisions)[number];
type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'full' } | ({ ok: false } & Refusal);

/** The leader gives a seat, puts on the waiting list, or says no. A full hold gives no seat. */
export function decideRequest(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; decision: RequestDecision },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const record = await lockRecord(world, trx, input.enrolmentId);
    const hold = record && (await findHold(trx, record.enrolment.hold_id));
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    await lockHold(trx, hold.id);
    if (input.decision === 'approve' && (await countSeatsTaken(trx, hold.id)) >= hold.seats)
      return { ok: false, reason: 'full' };
    const at = world.now();
    const fact = factOf(at, input.decision, record.enrolment.state);
    const recorded = await recordFact(world, trx, record, fact, viewer.personId);
    if (!recorded.ok) return recorded;
    await tell(world, trx, recorded.record.enrolment, hold.name, input.decision);
    return { ok: true };
  });
}

function factOf(at: string, decision: RequestDecision, state: string): FlowEvent {
  const waits = state === 'waitlisted';
  switch (decision) {
    case 'approve':
      return { at, type: waits ? 'seat-given' : 'approved' };
    case 'decline':
      return { at, type: waits ? 'hold-closed' : 'declined' };
    case 'waitlist':
      return { at, type: 'waitlisted' };
  }
}

/** The answer goes out by mail with the decision, or not at all. */
async function tell(
  world: World,
  trx: Db,
  enrolment: EnrolmentRow,
  hold: string,
  decision: RequestDecision,
): Promise<void> {
  const at = world.now();
  const person = await findPersonAt(trx, enrolment.person_id, dayOf(at));
  if (!person?.email) return;
  const t = wordsIn(person.language).getFixedT(null, 'mail');
  const words = { name: person.name, hold, url: `${world.publicUrl}/my-certificate` };
  await insertMail(trx, {
    id: world.newId(),
    dedupe_key: `seat:${enrolment.id}:${enrolment.seq}`,
    recipient: person.email,
    subject: t(`seat.${decision}.subject`, words),
    body: t(`seat.${decision}.body`, words),
    created_at: at,
    sent_at: null,
  });
}
