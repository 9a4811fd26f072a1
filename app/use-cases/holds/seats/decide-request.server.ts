import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { countSeatsTaken, findHold, lockHold } from '#db/queries/hold.ts';

export const requestDecisions = ['approve', 'decline', 'waitlist'] as const;
export type RequestDecision = (typeof requestDecisions)[number];
type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'full' } | ({ ok: false } & Refusal);

const decided: Record<RequestDecision, string> = { approve: 'enrolled', decline: 'declined', waitlist: 'waitlisted' };

/**
 * The leader gives a seat, puts the person on the waiting list, or declines. A second identical request changes
 * nothing. A full hold gives no seat.
 */
export function decideRequest(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; decision: RequestDecision },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const record = await lockRecord(world, trx, input.enrolmentId);
    const hold = record && (await findHold(trx, record.enrolment.hold_id));
    if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return { ok: false, reason: 'not-found' };
    if (record.enrolment.state === decided[input.decision]) return { ok: true };
    await lockHold(trx, hold.id);
    if (input.decision === 'approve' && (await countSeatsTaken(trx, hold.id)) >= hold.seats)
      return { ok: false, reason: 'full' };
    const at = world.now();
    const fact = factOf(at, input.decision, record.enrolment.state);
    const recorded = await recordFact(world, trx, record, fact, viewer.personId);
    if (!recorded.ok) return recorded;
    const { enrolment } = recorded.record;
    await writeLetter(world, trx, {
      personId: enrolment.person_id,
      key: `seat:${enrolment.id}:${enrolment.seq}`,
      template: `seat.${input.decision}`,
      words: () => ({ hold: hold.name }),
    });
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
