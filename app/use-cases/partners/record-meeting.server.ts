import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type MeetingDraft, type MeetingIssue, meetingIssuesOf } from '#curriculum/partners/meeting.ts';
import { findMeeting, findMeetingByOperation, insertMeeting } from '#db/queries/meeting.ts';
import { findService } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';

type Input = MeetingDraft & {
  /** The library service; '' is a national meeting. A correction keeps the place of what it corrects. */
  serviceId: string;
  /** The meeting that this one corrects, for instance from planned to held. */
  corrects?: string;
  why?: string;
  operationId?: string;
};
type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'changed-meanwhile' }
  | { ok: false; reason: 'not-a-meeting'; issues: MeetingIssue[] };

/**
 * Records a meeting with stakeholders, planned or held, or writes on one that was recorded. Sending the same form twice
 * records it once.
 */
export function recordMeeting(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    // Two people could otherwise correct the same version.
    await lockByName(trx, 'meetings', at);
    const former = input.corrects ? await findMeeting(trx, input.corrects) : undefined;
    if (input.corrects && !former) return { ok: false, reason: 'not-found' };
    const serviceId = former ? former.serviceId : input.serviceId || null;
    if (!may(viewer, 'record-partners', serviceId === null ? {} : { serviceId }))
      return { ok: false, reason: former ? 'not-found' : 'forbidden' };
    if (serviceId !== null && !(await findService(trx, serviceId))) return { ok: false, reason: 'not-found' };
    const operation = operationOf(viewer, input);
    const known = operation === null ? undefined : await findMeetingByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    const issues = meetingIssuesOf(input, dayOf(at));
    if (issues.length > 0) return { ok: false, reason: 'not-a-meeting', issues };
    if (former && former.stands !== 1) return { ok: false, reason: 'changed-meanwhile' };
    const id = world.newId();
    await insertMeeting(trx, {
      id,
      first_id: former?.firstId ?? id,
      service_id: serviceId,
      on_day: input.onDay,
      starts_at: input.startsAt || null,
      place: input.place.trim(),
      partners: input.partners.trim(),
      held: input.held ? 1 : 0,
      decisions: input.decisions.trim(),
      next_step: input.nextStep.trim(),
      next_owner: input.nextOwner.trim(),
      next_on: input.nextOn || null,
      corrects: former?.id ?? null,
      withdrawn: 0,
      why: input.why?.trim().slice(0, 1_000) ?? '',
      by_person: viewer.personId || null,
      client_op_id: operation,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'meeting-corrected' : 'meeting-recorded',
      subject: id,
      detail: serviceId ?? '',
    });
    return { ok: true, id };
  });
}
