import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { lockRecords } from '#db/queries/partner-record.ts';
import { appendPeerSeat, findPeerSeat, listPeerSeats } from '#db/queries/peer-seat.ts';
import { findPeerSession } from '#db/queries/peer-session.ts';

type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'over' | 'full' };

/**
 * An adviser takes a seat in a session with colleagues, or gives it back. The last seat goes to one person only. A second
 * identical request changes nothing.
 */
export function setPeerSeat(
  world: World,
  viewer: Viewer,
  input: { sessionId: string; takes: boolean },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const { personId } = viewer;
    if (!may(viewer, 'take-peer-seat', { personId })) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    await lockRecords(trx, 'peer_session', at);
    const session = await findPeerSession(trx, input.sessionId);
    if (session?.stands !== 1) return { ok: false, reason: 'not-found' };
    const last = await findPeerSeat(trx, session.firstId, personId);
    if ((last?.taken === 1) === input.takes) return { ok: true };
    if (session.onDay < dayOf(at)) return { ok: false, reason: 'over' };
    const taken = session.taken + (await listPeerSeats(trx, session.firstId)).length;
    if (input.takes && taken >= session.seats) return { ok: false, reason: 'full' };
    await appendPeerSeat(trx, {
      id: world.newId(),
      session_first_id: session.firstId,
      person_id: personId,
      taken: input.takes ? 1 : 0,
      seq: (last?.seq ?? 0) + 1,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: personId,
      action: input.takes ? 'peer-seat-taken' : 'peer-seat-given-back',
      subject: session.firstId,
    });
    return { ok: true };
  });
}
