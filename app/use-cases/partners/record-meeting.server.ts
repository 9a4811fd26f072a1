import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type MeetingDraft, type MeetingIssue, meetingIssuesOf } from '#curriculum/partners/meeting.ts';
import { findMeeting, findMeetingByOperation, insertMeeting } from '#db/queries/meeting.ts';
import { lockRecords } from '#db/queries/partner-record.ts';
import { findService } from '#db/queries/place.ts';
import { versionOf } from './version-of.ts';

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
    await lockRecords(trx, 'meeting', at);
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
    const version = versionOf(world, viewer, { former, why: input.why, operation });
    await insertMeeting(trx, {
      ...version,
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
      // Another step is not done because the one before was.
      next_done_on: former && former.nextStep === input.nextStep.trim() ? former.nextDoneOn : null,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'meeting-corrected' : 'meeting-recorded',
      subject: version.id,
      detail: serviceId ?? '',
    });
    return { ok: true, id: version.id };
  });
}
