import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findPeerSession, insertPeerSession } from '#db/queries/peer-session.ts';
import { lockByName } from '#db/queries/setting.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/** Cancels a session. Its rows stay. */
export function withdrawPeerSession(
  world: World,
  viewer: Viewer,
  input: { sessionId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'peer-sessions', at);
    const former = await findPeerSession(trx, input.sessionId);
    if (!former || !may(viewer, 'record-partners', { serviceId: former.serviceId }))
      return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    await insertPeerSession(trx, {
      id: world.newId(),
      first_id: former.firstId,
      service_id: former.serviceId,
      on_day: former.onDay,
      starts_at: former.startsAt,
      place: former.place,
      topic: former.topic,
      seats: former.seats,
      taken: former.taken,
      corrects: former.id,
      withdrawn: 1,
      why,
      by_person: viewer.personId || null,
      client_op_id: null,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'peer-session-withdrawn',
      subject: former.id,
      detail: former.serviceId,
    });
    return { ok: true };
  });
}
