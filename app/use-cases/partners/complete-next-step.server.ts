import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findMeeting } from '#db/queries/meeting.ts';
import { appendVersion, lockRecords } from '#db/queries/partner-record.ts';

type Outcome = { ok: true; id: string } | { ok: false; reason: 'not-found' | 'no-step' | 'changed-meanwhile' };

/** Notes that the next step of a meeting was done, as a new version of the meeting. Noting it twice changes nothing. */
export function completeNextStep(world: World, viewer: Viewer, input: { meetingId: string }): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockRecords(trx, 'meeting', at);
    const meeting = await findMeeting(trx, input.meetingId);
    const scope = meeting?.serviceId ? { serviceId: meeting.serviceId } : {};
    if (!meeting || !may(viewer, 'record-partners', scope)) return { ok: false, reason: 'not-found' };
    if (meeting.nextStep === '') return { ok: false, reason: 'no-step' };
    if (meeting.nextDoneOn !== null) return { ok: true, id: meeting.id };
    if (meeting.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    const id = world.newId();
    const version = { id, why: '', by_person: viewer.personId || null, recorded_at: at };
    await appendVersion(trx, 'meeting', meeting.id, { ...version, next_done_on: dayOf(at) });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'meeting-step-done',
      subject: id,
      detail: meeting.serviceId ?? '',
    });
    return { ok: true, id };
  });
}
