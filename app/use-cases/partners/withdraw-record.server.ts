import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { appendVersion, findVersion, lockRecords, type PartnerRecord } from '#db/queries/partner-record.ts';

import { findPeerSession } from '#db/queries/peer-session.ts';
import { tellOfPeerSession } from './tell-of-peer-session.server.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/**
 * Takes back an agreement, a meeting, an effort or a session that was cancelled or recorded by mistake. Its rows stay; it
 * no longer counts on any day.
 */
export function withdrawRecord(
  world: World,
  viewer: Viewer,
  input: { kind: PartnerRecord; id: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockRecords(trx, input.kind, at);
    const former = await findVersion(trx, input.kind, input.id);
    const scope = former?.service_id ? { serviceId: former.service_id } : {};
    if (!former || !may(viewer, 'record-partners', scope)) return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    const byPerson = viewer.personId || null;
    const version = { id: world.newId(), why, by_person: byPerson, recorded_at: at };
    await appendVersion(trx, input.kind, input.id, { ...version, withdrawn: 1 });
    if (input.kind === 'peer_session') {
      const session = (await findPeerSession(trx, input.id))!;
      if (session.onDay >= dayOf(at)) await tellOfPeerSession(world, trx, { ...session, was: session, because: why });
    }
    await writeAudit(world, trx, {
      actor: byPerson,
      action: `${input.kind.replace('_', '-')}-withdrawn`,
      subject: input.id,
      detail: former.service_id ?? '',
    });
    return { ok: true };
  });
}
