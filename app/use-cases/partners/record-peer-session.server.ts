import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  type PeerSessionDraft,
  type PeerSessionIssue,
  peerSessionIssuesOf,
} from '#curriculum/partners/peer-session.ts';
import { lockRecords } from '#db/queries/partner-record.ts';
import { listPeerSeats } from '#db/queries/peer-seat.ts';
import { findPeerSession, findPeerSessionByOperation, insertPeerSession } from '#db/queries/peer-session.ts';
import { findService } from '#db/queries/place.ts';
import { tellOfPeerSession } from './tell-of-peer-session.server.ts';
import { versionOf } from './version-of.ts';

type Input = PeerSessionDraft & {
  /** The library service that is the host; a correction keeps it. */
  serviceId: string;
  corrects?: string;
  why?: string;
  operationId?: string;
};
type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'changed-meanwhile' }
  | { ok: false; reason: 'not-a-session'; issues: PeerSessionIssue[] };

/** Records a session for the network, or corrects one. Sending the same form twice records it once. */
export function recordPeerSession(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockRecords(trx, 'peer_session', at);
    const former = input.corrects ? await findPeerSession(trx, input.corrects) : undefined;
    if (input.corrects && !former) return { ok: false, reason: 'not-found' };
    const serviceId = former?.serviceId ?? input.serviceId;
    if (!may(viewer, 'record-partners', { serviceId }))
      return { ok: false, reason: former ? 'not-found' : 'forbidden' };
    if (!(await findService(trx, serviceId))) return { ok: false, reason: 'not-found' };
    const operation = operationOf(viewer, input);
    const known = operation === null ? undefined : await findPeerSessionByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    const today = dayOf(at);
    // A session that was held can still be corrected.
    const earliest = former && former.onDay < today ? former.onDay : today;
    const issues = peerSessionIssuesOf(input, { earliest });
    const own = former ? await listPeerSeats(trx, former.firstId) : [];
    if (issues.length === 0 && Number(input.taken) + own.length > Number(input.seats))
      issues.push({ field: 'seats', problem: 'fewer-than-taken' });
    if (issues.length > 0) return { ok: false, reason: 'not-a-session', issues };
    if (former && former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    const version = versionOf(world, viewer, { former, why: input.why, operation });
    await insertPeerSession(trx, {
      ...version,
      service_id: serviceId,
      on_day: input.onDay,
      starts_at: input.startsAt || null,
      place: input.place.trim(),
      topic: input.topic.trim(),
      seats: Number(input.seats),
      taken: Number(input.taken),
    });
    const now = { onDay: input.onDay, startsAt: input.startsAt || null, place: input.place.trim() };
    const isMoved = former && (['onDay', 'startsAt', 'place'] as const).some((each) => former[each] !== now[each]);
    if (isMoved && now.onDay >= today)
      await tellOfPeerSession(world, trx, { firstId: former.firstId, topic: input.topic.trim(), was: former, now });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'peer-session-corrected' : 'peer-session-recorded',
      subject: version.id,
      detail: serviceId,
    });
    return { ok: true, id: version.id };
  });
}
