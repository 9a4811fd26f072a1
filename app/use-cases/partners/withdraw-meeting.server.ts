import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findMeeting, insertMeeting } from '#db/queries/meeting.ts';
import { lockByName } from '#db/queries/setting.ts';

type Outcome = { ok: true } | { ok: false; reason: 'not-found' | 'no-reason' | 'changed-meanwhile' };

/** Takes back a meeting that was cancelled or recorded by mistake. Its rows stay; it no longer counts on any day. */
export function withdrawMeeting(
  world: World,
  viewer: Viewer,
  input: { meetingId: string; why: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'meetings', at);
    const former = await findMeeting(trx, input.meetingId);
    const scope = former?.serviceId ? { serviceId: former.serviceId } : {};
    if (!former || !may(viewer, 'record-partners', scope)) return { ok: false, reason: 'not-found' };
    const why = parseReason(input.why);
    if (why === undefined) return { ok: false, reason: 'no-reason' };
    if (former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    await insertMeeting(trx, {
      id: world.newId(),
      first_id: former.firstId,
      service_id: former.serviceId,
      on_day: former.onDay,
      starts_at: former.startsAt,
      place: former.place,
      partners: former.partners,
      held: former.held,
      decisions: former.decisions,
      next_step: former.nextStep,
      next_owner: former.nextOwner,
      next_on: former.nextOn,
      corrects: former.id,
      withdrawn: 1,
      why,
      by_person: viewer.personId || null,
      client_op_id: null,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'meeting-withdrawn',
      subject: former.id,
      detail: former.serviceId ?? '',
    });
    return { ok: true };
  });
}
